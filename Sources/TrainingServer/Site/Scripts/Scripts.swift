/// The client's programs in their parts; each asset joins what it needs into one module.
///
/// They never make markup from text: under `require-trusted-types-for 'script'` they need one
/// policy, `worker`, for the address of the lessons' worker.
enum Scripts {}
