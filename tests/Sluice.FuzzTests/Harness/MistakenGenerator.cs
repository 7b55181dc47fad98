using Microsoft.CodeAnalysis;

namespace Sluice.FuzzTests.Harness;

/// <summary>A generator that makes one mistake, or none.</summary>
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
            case Mistake.GeneratorHangs when _runs++ == 2:
                while (!gate.WaitOne(0))
                {
                    // Busy waiting, because the time limit counts processor time.
                }

                break;
            case Mistake.GeneratorAllocates when _runs++ == 2:
                return $"// {GC.AllocateUninitializedArray<byte>(1 << 30).Length}";
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
