import { z } from "zod";
import { addressField, type Clean, emailField, textField } from "../yaml/fields.ts";

/** What can be said of a person. */
export function authorShape(clean: Clean) {
  return {
    name: textField(clean),
    url: addressField.exactOptional(),
    email: emailField.exactOptional(),
    avatar: addressField.exactOptional(),
  };
}

export const AUTHOR_KEYS = ["name", "url", "email", "avatar"];

/** A person with a name, as {@link Author}. */
export function authorField(clean: Clean) {
  return z.strictObject(authorShape(clean), {
    error: "an author with a name, and perhaps url, email and avatar",
  });
}
