using Microsoft.CodeAnalysis;

namespace Sluice.FuzzTests.Harness;

/// <summary>A generator that makes one mistake, if any.</summary>
internal sealed class MistakenGenerator(Mistake mistake, WaitHandle gate) : IIncrementalGenerator
{
    private int _runs;

    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(
            context.CompilationProvider,
            (output, _) => output.AddSource("Emitted.g.cs", Emit())
        );

    private string Emit()
    {
        switch (mistake)
        {
            case Mistake.GeneratorThrows:
                throw new InvalidOperationException("mistaken");
            case Mistake.GeneratorHangs:
                gate.WaitOne();
                break;
            case Mistake.GeneratorAllocates when _runs++ > 1:
                return Enumerable.Range(0, 1024).Select(_ => new byte[1 << 20]).Count(bytes => bytes[1] == 0) + "// ";
            case Mistake.GeneratorRemembers:
                return $"// {_runs++}";
            default:
                break;
        }

        return mistake switch
        {
            Mistake.EmitsError => "internal sealed class Emitted : Missing;",
            Mistake.EmitsWarning => "#nullable enable\ninternal sealed class Emitted { public string Name() => null; }",
            Mistake.EmitsBrokenBody =>
                "internal sealed class Emitted { public string Name() => \"'Emitted' has errors and was not compiled.\"; }",
            _ => "",
        };
    }
}
