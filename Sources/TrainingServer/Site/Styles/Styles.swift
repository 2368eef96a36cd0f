/// The style sheet in its parts; joined in the order of `Assets`.
enum Styles {}
