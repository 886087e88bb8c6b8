package org.tierline.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.internet.SharedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1000})
  void whatIsWrittenIsReadAsOftenAsNeeded(int mostInMemory) throws IOException {
    try (var spool = new Spool(mostInMemory)) {
      spool.write("It ".getBytes(StandardCharsets.UTF_8));
      spool.write('b');
      spool.write("urns".getBytes(StandardCharsets.UTF_8));

      assertThat(spool.open()).hasContent("It burns");
      assertThat(spool.open()).hasContent("It burns");
      assertThat(spool.start(2)).asString().isEqualTo("It");
      assertThat(StandardCharsets.UTF_8.decode(spool.mapped()).toString()).isEqualTo("It burns");
      assertThat(spool.size()).isEqualTo(8);
      assertThat(spool.sha256())
          .isEqualTo("70a68c2b1c6ad823c1aa61575c13d50fe38b707bbd9ccb00e2c9b21523236001");
    }
  }

  @Test
  void nothingCanBeAddedOnceItsHashIsKnown() {
    try (Spool spool = Spool.of(new byte[1])) {
      spool.sha256();

      assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> spool.write(1));
    }
  }

  @Test
  void aReaderCanBeStopped() {
    try (Spool spool = Spool.of(new byte[100_000], 0)) {
      InputStream in =
          spool.open(
              () -> {
                throw new IOException("that is long enough");
              });

      assertThatExceptionOfType(IOException.class).isThrownBy(in::read);
    }
  }

  /** In memory and on disk, a stretch of a stretch reads like the same stretch of the bytes. */
  @Property(tries = 300)
  void stretchesOfAFileReadLikeStretchesOfItsBytes(
      @ForAll long seed,
      @ForAll @IntRange(max = 40_000) int length,
      @ForAll @Size(3) int[] places,
      @ForAll boolean onDisk)
      throws IOException {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    int from = Math.floorMod(places[0], length + 1);
    int to = from + Math.floorMod(places[1], length - from + 1);
    int skipped = Math.floorMod(places[2], to - from + 1);

    try (Spool spool = Spool.of(bytes, onDisk ? 0 : Integer.MAX_VALUE);
        InputStream in = ((SharedInputStream) spool.open()).newStream(from, to)) {
      in.mark(length);
      in.skipNBytes(skipped);
      assertThat(((SharedInputStream) in).getPosition()).isEqualTo(skipped);
      assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, from + skipped, to));
      assertThat(in.read()).isEqualTo(-1);
      in.reset();
      assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, from, to));
    }
  }
}
