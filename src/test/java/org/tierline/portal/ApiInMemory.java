package org.tierline.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.reflect.Proxy;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.mock.MockDispatcherFactory;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jboss.resteasy.spi.Dispatcher;

/** Resources behind the real filters and mappers of WildFly's JAX-RS, without a server. */
public class ApiInMemory {

  private final Dispatcher dispatcher = MockDispatcherFactory.createDispatcher();
  private final List<String[]> headers = new ArrayList<>();
  private SecurityContext caller = Caller.ANYBODY;

  public ApiInMemory(Object... resources) {
    var pages = new Pages(PagesTest.DESK);
    var providers = dispatcher.getProviderFactory();
    providers.register(new Json());
    providers.register(AccessRules.class);
    providers.register(new SameOrigin(PagesTest.DESK));
    providers.register(new BodyLimit());
    providers.register(new StorableParameters());
    for (Class<?> mapper : FailureMappers.ALL) {
      providers.register(FailureMappers.with(mapper, new Failures(pages)));
    }
    for (Object resource : resources) {
      dispatcher.getRegistry().addSingletonResource(resource);
    }
  }

  public ApiInMemory as(SecurityContext who) {
    this.caller = who;
    return this;
  }

  /** Sent with the next request only. */
  public ApiInMemory with(String header, String value) {
    headers.add(new String[] {header, value});
    return this;
  }

  public MockHttpResponse get(String path) {
    return send(request("GET", path));
  }

  public MockHttpResponse post(String path, String json) {
    return send(body(request("POST", path), MediaType.APPLICATION_JSON, json));
  }

  public MockHttpResponse put(String path, String json) {
    return send(body(request("PUT", path), MediaType.APPLICATION_JSON, json));
  }

  public MockHttpResponse postForm(String path, String form) {
    return send(body(request("POST", path), MediaType.APPLICATION_FORM_URLENCODED, form));
  }

  public MockHttpResponse send(MockHttpRequest request) {
    headers.forEach(header -> request.header(header[0], header[1]));
    headers.clear();
    var context = ((SynchronousDispatcher) dispatcher).getDefaultContextObjects();
    context.put(SecurityContext.class, caller);
    context.put(HttpServletRequest.class, servletRequest());
    var response = new MockHttpResponse();
    dispatcher.invoke(request, response);
    return response;
  }

  public static MockHttpRequest request(String method, String path) {
    try {
      return MockHttpRequest.create(method, path);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static MockHttpRequest body(MockHttpRequest request, String type, String content) {
    return request.contentType(type).content(content.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpServletRequest servletRequest() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            ApiInMemory.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                method.getName().equals("getRemoteAddr") ? "192.0.2.7" : null);
  }
}
