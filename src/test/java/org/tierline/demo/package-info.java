/** Runs the built server: for somebody who wants to see the desk, and for the integration tests. */
package org.tierline.demo;
