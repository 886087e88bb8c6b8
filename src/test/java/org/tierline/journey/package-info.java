/** The whole desk as its users meet it: real mail, a real browser, the built server. */
package org.tierline.journey;
