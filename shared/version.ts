/** Version of the decision engine and of everything that ships with it; equal to package.json's, see the test. */
export const engineVersion = '0.1.0';
