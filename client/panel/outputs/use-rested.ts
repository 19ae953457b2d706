import { useEffect, useReducer, useRef } from 'preact/hooks';

/** In milliseconds: what does not change for so long rests. */
const moment = 80;

/**
 * The value, or while `isSlow` the last at which it rested: what is made of it takes too long to be made for each of its steps.
 * With another `of` it is the value at once.
 */
export function useRested<Value>(value: Value, of: unknown, isSlow: boolean): Value {
  const rested = useRef({ value, of });
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  if (!isSlow || rested.current.of !== of) rested.current = { value, of };
  useEffect(() => {
    if (rested.current.value === value) return;
    const timer = setTimeout(() => {
      rested.current = { value, of };
      drawAgain(undefined);
    }, moment);
    return () => clearTimeout(timer);
  }, [value, of]);
  return rested.current.value;
}
