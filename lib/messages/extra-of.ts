import type { InboundText } from "@/lib/carriers";

/** Facts of a channel that stand beside the words: a tapped button, a place, what it replies to. */
export function extraOf({ button, location, repliedTo, referral, isForwarded, pool }: InboundText): object {
  return {
    ...(button && { button }),
    ...(location && { location }),
    ...(repliedTo && { repliedTo }),
    ...(referral && { referral }),
    ...(isForwarded && { isForwarded }),
    ...(pool && { pool }),
  };
}
