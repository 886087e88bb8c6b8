package org.tierline.portal;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** All pages and the API; static files stay with the container. */
@ApplicationPath("/")
public class PortalApplication extends Application {}
