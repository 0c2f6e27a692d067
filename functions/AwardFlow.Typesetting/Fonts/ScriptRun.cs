using HarfBuzzSharp;

namespace AwardFlow.Typesetting.Fonts;

/// <summary>A stretch of text in one script. HarfBuzz applies the rules of one script to a whole buffer.</summary>
internal readonly record struct ScriptRun(int Start, int Length, Script Script);
