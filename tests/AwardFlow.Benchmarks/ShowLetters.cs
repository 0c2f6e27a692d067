using AwardFlow.Letters;

namespace AwardFlow.Benchmarks;

/// <summary>Writes letters, certificates and result sheets to look at: those that the typesetting must master.</summary>
internal static class ShowLetters
{
    public static void Write(DirectoryInfo folder)
    {
        folder.Create();
        foreach (var (name, definition, result, draft) in LetterSamples.Cases().Concat(LetterSamples.Others()))
        {
            var renderer = new DocumentRenderer(definition, LetterSamples.Pictures, LetterSamples.Overall);
            var plain = new DocumentRenderer(definition, LetterPictures.None, LetterSamples.Overall);
            foreach (var document in LetterStore.Documents)
            {
                File.WriteAllBytes(Path.Combine(folder.FullName, $"{name}-{LetterStore.FileName(document)}"), renderer.Render(document, result, draft));
            }
            File.WriteAllBytes(Path.Combine(folder.FullName, $"{name}-plain-letter.pdf"), plain.Render(LetterDocument.Letter, result, draft));
        }
    }
}
