let listener: () => void = () => undefined;

/** Who finds out whether there still is a session; told whenever an answer makes that doubtful. */
export const onSignedOut = (heard: () => void): void => {
  listener = heard;
};

/** Something was refused for want of a session, or a stream ended that only a session ends. */
export const doubtSession = (): void => {
  listener();
};
