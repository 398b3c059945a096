/** A person or a desk. Plain text throughout; `url` and `avatar` absolute. */
export type Author = {
  readonly name: string;
  readonly url?: string;
  readonly email?: string;
  /** A picture of them. */
  readonly avatar?: string;
};
