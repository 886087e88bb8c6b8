package org.tierline.portal;

import jakarta.ws.rs.core.Response;

/**
 * The status of a form that is shown again with what is wrong in it: 422 (RFC 9110, 15.5.21), which
 * JAX-RS 3.1 has no name for.
 */
public enum Unprocessable implements Response.StatusType {
  CONTENT;

  @Override
  public int getStatusCode() {
    return 422;
  }

  @Override
  public Response.Status.Family getFamily() {
    return Response.Status.Family.CLIENT_ERROR;
  }

  @Override
  public String getReasonPhrase() {
    return "Unprocessable Content";
  }
}
