package org.tierline.portal.notification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tierline.notification.PreviewLetters;
import org.tierline.portal.Pages;
import org.tierline.portal.desk.Reader;

/** Where staff read what customers get: each letter in each language, as text and as it looks. */
@RequestScoped
@Path("/desk/templates")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("staff")
public class TemplatePages {

  private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

  private final Pages pages;
  private final Reader reader;
  private final PreviewLetters letters;

  @Inject
  public TemplatePages(Pages pages, Reader reader, PreviewLetters letters) {
    this.pages = pages;
    this.reader = reader;
    this.letters = letters;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public TemplatePages() {
    this(null, null, null);
  }

  /** One of the letters to choose from. */
  record Choice(String name, String when, String link, boolean isChosen) {}

  /** One of the brands to choose from. */
  record BrandChoice(String name, boolean isChosen) {}

  /** A letter in one language. */
  record Version(
      String tag,
      String language,
      @Nullable String missing,
      String subject,
      String text,
      String frame) {}

  /** A letter in all languages. */
  record TemplatesPage(
      Reader.Who who,
      boolean isTemplates,
      List<Choice> letters,
      List<BrandChoice> brands,
      boolean hasBrands,
      String letter,
      String when,
      List<Version> versions) {}

  @GET
  public Response preview(
      @QueryParam("letter") @DefaultValue("acknowledgement") String letter,
      @QueryParam("brand") @DefaultValue("") String brand,
      @Context SecurityContext caller) {
    Optional<String> chosen = known(letter, brand);
    return pages.show(
        "desk-templates",
        new TemplatesPage(
            reader.of(caller),
            true,
            letters.letters().entrySet().stream()
                .map(
                    entry ->
                        new Choice(
                            entry.getKey(),
                            entry.getValue(),
                            link("/desk/templates", brand)
                                .queryParam("letter", entry.getKey())
                                .build()
                                .toString(),
                            entry.getKey().equals(letter)))
                .toList(),
            letters.brands().stream()
                .map(name -> new BrandChoice(name, name.equals(brand)))
                .toList(),
            !letters.brands().isEmpty(),
            letter,
            letters.letters().getOrDefault(letter, ""),
            letters.preview(letter, chosen).stream()
                .map(version -> version(version, letter, brand))
                .toList()));
  }

  /** A letter as a mail program shows it, for the frame of the preview. */
  @GET
  @Path("{letter}/{language: [a-z]{2}(-[A-Z]{2})?}")
  public Response look(
      @PathParam("letter") String letter,
      @PathParam("language") String language,
      @QueryParam("brand") @DefaultValue("") String brand) {
    Optional<String> chosen = known(letter, brand);
    String html = letters.preview(letter, chosen, Locale.forLanguageTag(language)).html();
    return Response.ok(html, HTML).build();
  }

  private Optional<String> known(String letter, String brand) {
    if (!letters.letters().containsKey(letter)
        || !(brand.isEmpty() || letters.brands().contains(brand))) {
      throw new NotFoundException();
    }
    return Optional.of(brand).filter(name -> !name.isEmpty());
  }

  private static UriBuilder link(String path, String brand) {
    UriBuilder link = UriBuilder.fromPath(path);
    return brand.isEmpty() ? link : link.queryParam("brand", brand);
  }

  private static Version version(PreviewLetters.Version version, String letter, String brand) {
    String tag = version.language().toLanguageTag();
    boolean missing = !version.spoken().getLanguage().equals(version.language().getLanguage());
    return new Version(
        tag,
        version.language().getDisplayName(Locale.ENGLISH),
        missing ? version.spoken().getDisplayName(Locale.ENGLISH) : null,
        version.subject(),
        version.text(),
        link("/desk/templates/" + letter + "/" + tag, brand).build().toString());
  }
}
