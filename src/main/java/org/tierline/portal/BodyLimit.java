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

  /** What may carry files with it. */
  private static final List<MediaType> CARRIERS =
      List.of(MediaType.MULTIPART_FORM_DATA_TYPE, new MediaType("message", "rfc822"));

  @Override
  public void filter(ContainerRequestContext request) {
    MediaType type = request.getMediaType();
    boolean files = type != null && CARRIERS.stream().anyMatch(type::isCompatible);
    long limit = files ? WITH_FILES : WITHOUT_FILES;
    if (request.getLength() > limit) {
      throw tooLarge();
    }
    if (request.hasEntity()) {
      request.setEntityStream(new Counted(request.getEntityStream(), limit));
    }
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
