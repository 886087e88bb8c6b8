package org.tierline.portal;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Nobody makes us read more than we asked for, whatever length they announce. */
@Provider
@Priority(Priorities.AUTHENTICATION - 100)
public class BodyLimit implements ContainerRequestFilter {

  static final long WITH_FILES = 25L * 1024 * 1024;
  static final long WITHOUT_FILES = 1024 * 1024;

  /** All the files intake takes with one mail (50 MB) as they travel in it, with its texts. */
  static final long A_WHOLE_MAIL = 72L * 1024 * 1024;

  /** Where somebody drops a mail to have it explained, by the page or by a program. */
  private static final String EXPLAIN = "/intake/explain";

  /** What may carry files with it. */
  private static final List<MediaType> CARRIERS =
      List.of(MediaType.MULTIPART_FORM_DATA_TYPE, new MediaType("message", "rfc822"));

  @Override
  public void filter(ContainerRequestContext request) {
    long limit = limit(request);
    if (request.getLength() > limit) {
      throw tooLarge();
    }
    if (request.hasEntity()) {
      request.setEntityStream(new Counted(request.getEntityStream(), limit));
    }
  }

  private static long limit(ContainerRequestContext request) {
    MediaType type = request.getMediaType();
    if (type == null || CARRIERS.stream().noneMatch(type::isCompatible)) {
      return WITHOUT_FILES;
    }
    return request.getUriInfo().getPath().endsWith(EXPLAIN) ? A_WHOLE_MAIL : WITH_FILES;
  }

  private static ClientErrorException tooLarge() {
    return new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
  }

  private static final class Counted extends FilterInputStream {

    private long left;

    Counted(InputStream in, long limit) {
      super(in);
      this.left = limit;
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int read) {
      left -= read;
      if (left < 0) {
        throw tooLarge();
      }
    }
  }
}
