package org.tierline.intake;

import java.util.Optional;

/** One question about an arriving mail; whoever knows the answer first decides. */
interface InboundCheck {

  Optional<Verdict> look(InboundMessage mail);
}
