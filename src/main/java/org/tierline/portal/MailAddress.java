package org.tierline.portal;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.mail.EmailAddress;

/** A mail address the desk can answer to. */
@Documented
@Constraint(validatedBy = MailAddress.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface MailAddress {

  String message() default "must be a mail address we can answer to";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Null and blank are the business of {@code NotBlank}. */
  class Check implements ConstraintValidator<MailAddress, String> {

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
      return text == null || text.isBlank() || EmailAddress.parse(text).isPresent();
    }
  }
}
