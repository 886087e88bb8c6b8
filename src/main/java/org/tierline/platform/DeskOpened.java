package org.tierline.platform;

/** Everything a ticket needs is there, the process engine and the models too: work may begin. */
public record DeskOpened() {}
