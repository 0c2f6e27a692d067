using AwardFlow.Typesetting.Fonts;

namespace AwardFlow.Typesetting.Pdf;

/// <summary>A line as page content, with glyphs that all documents of the same <see cref="SharedFonts"/> have.</summary>
/// <param name="Fonts">Which these are: <see cref="SharedFonts.Key"/>.</param>
/// <param name="Face">The line's font.</param>
/// <param name="Operators">The operators that draw it.</param>
internal sealed record WrittenLine(UInt128 Fonts, FontFace Face, byte[] Operators);
