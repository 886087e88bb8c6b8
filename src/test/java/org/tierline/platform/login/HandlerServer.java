package org.tierline.platform.login;

import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A handler of the web server, asked by real requests from this machine. */
final class HandlerServer implements AutoCloseable {

  private final Undertow server;

  HandlerServer(HttpHandler handler) {
    server =
        Undertow.builder()
            .setIoThreads(1)
            .setWorkerThreads(1)
            .addHttpListener(0, "127.0.0.1", handler)
            .build();
    server.start();
  }

  HttpResponse<String> ask(String... headers) throws IOException, InterruptedException {
    var address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.getPort() + "/"))
            .headers(headers)
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    server.stop();
  }
}
