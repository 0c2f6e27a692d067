using AwardFlow.Letters;
using BenchmarkDotNet.Attributes;

namespace AwardFlow.Benchmarks;

/// <summary>The sample's three documents, each call for another organisation, as a run of a cycle has them.</summary>
[MemoryDiagnoser]
public class DocumentBenchmarks
{
    private readonly DocumentRenderer _renderer = new(LetterSamples.Definition, LetterSamples.Pictures, LetterSamples.Overall);
    private readonly (string Organisation, string Addressee, string Project)[] _names = [.. PlaceNames.All()];
    private int _next;

    [Params(LetterDocument.Letter, LetterDocument.Certificate, LetterDocument.ResultSheet)]
    public LetterDocument Document { get; set; }

    [Benchmark]
    public int Render()
    {
        var (organisation, addressee, project) = _names[_next++ % _names.Length];
        return _renderer.Render(
            Document, LetterSamples.Result(project, organisation, addressee, 40 + _next % 6000 / 100m, _next % 3 != 0), draft: false).Length;
    }
}
