package org.tierline.knowledge;

import java.net.URI;

/**
 * An article that may answer what somebody wrote.
 *
 * @param snippet what the article is about, as plain text
 * @param url where a browser reads it
 * @param score how well it fits; the best comes first
 */
public record Suggestion(String slug, String title, String snippet, URI url, double score) {}
