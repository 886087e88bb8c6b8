package org.tierline.knowledge;

import java.util.List;
import java.util.Optional;

/** Everything written down. */
public interface Articles {

  void add(Article article);

  /** Finds an article by its address, published or not. */
  Optional<Article> find(String slug);

  /** What readers may see, by title. */
  List<Article> published();
}
