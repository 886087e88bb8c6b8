package org.tierline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.knowledge.ArticleFixture.aText;
import static org.tierline.platform.TestClock.MONDAY_9AM;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tierline.knowledge.ArticleIndex.Match;
import org.tierline.platform.TestClock;

/** The desk starts, whatever has become of the index in the data directory. */
class OpenLibraryTest {

  @TempDir Path data;

  @AfterEach
  void empty() {
    try (var database = start()) {
      database.inTransaction(em -> em.createQuery("delete from Article").executeUpdate());
    }
  }

  @Test
  void demonstrationBeginsWithTheStarterArticles() {
    try (var database = start()) {
      open(database, true);

      assertThat(found(database, "export")).contains("export-your-data");
    }
  }

  @Test
  void realDeskBeginsEmpty() {
    try (var database = start()) {
      open(database, false);

      assertThat(found(database, "export")).isEmpty();
    }
  }

  @Test
  void nextStartLeavesWhatPeopleChanged() {
    try (var database = start()) {
      open(database, true);
      database.inTransaction(
          em -> {
            Article article = new JpaArticles(em).find("export-your-data").orElseThrow();
            article.revise(aText("export-your-data", "Quokka", "Quokka"), MONDAY_9AM);
            return true;
          });
    }

    try (var database = start()) {
      open(database, true);

      assertThat(found(database, "quokka")).containsExactly("export-your-data");
    }
  }

  @Test
  void lostIndexIsBuiltAgain() throws IOException {
    try (var database = start()) {
      open(database, true);
    }
    for (Path file : indexFiles()) {
      Files.delete(file);
    }

    try (var database = start()) {
      open(database, false);

      assertThat(found(database, "export")).contains("export-your-data");
    }
  }

  @Test
  void spoiledIndexIsBuiltAgain() throws IOException {
    try (var database = start()) {
      open(database, true);
    }
    assertThat(indexFiles()).isNotEmpty();
    for (Path file : indexFiles()) {
      Files.writeString(file, "not what Lucene wrote");
    }

    try (var database = start()) {
      open(database, false);

      assertThat(found(database, "export")).contains("export-your-data");
    }
  }

  private IndexedDatabase start() {
    return new IndexedDatabase(
        Map.of("hibernate.search.backend.directory.root", data.resolve("search").toString()));
  }

  private static void open(IndexedDatabase database, boolean demonstration) {
    database.inTransaction(
        em -> {
          new OpenLibrary(
                  new JpaArticles(em),
                  new HibernateSearchArticles(em),
                  new TestClock(),
                  demonstration)
              .open();
          return true;
        });
  }

  private static List<String> found(IndexedDatabase database, String words) {
    return database.inTransaction(
        em ->
            new HibernateSearchArticles(em)
                .bestMatches(SearchWords.of(words), 3).stream()
                    .map(Match::article)
                    .map(Article::slug)
                    .toList());
  }

  private List<Path> indexFiles() throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
