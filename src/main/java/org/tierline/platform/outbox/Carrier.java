package org.tierline.platform.outbox;

import java.util.List;

/** Carries out one kind of effect. */
public interface Carrier {

  /** The kind of its effects. */
  String kind();

  Patience patience();

  /**
   * Whether effects that piled up behind one that was tried in vain go out together with it. What
   * such a carrier could not get rid of in time was of use only at its time.
   */
  boolean together();

  /**
   * Whether an effect that did not get on went another way when that was announced ({@link
   * EffectHeldUp}), so that this way it would come a second time.
   */
  default boolean goesAnotherWay(Effect heldUp) {
    return false;
  }

  /**
   * Makes it happen; no transaction is open.
   *
   * @param effects usually one; several of one target that go out together, oldest first
   */
  void carry(List<Effect> effects) throws DeliveryFailedException;
}
