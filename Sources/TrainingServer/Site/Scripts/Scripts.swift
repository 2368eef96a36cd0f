/// The client's programs in their parts; each asset joins what it needs into one module.
///
/// They never make markup from text: the pages' policy requires trusted types and offers none.
enum Scripts {}
