using System.Globalization;
using System.Text;

namespace Sluice.Benchmarks.Binding;

/// <summary>Writes pipelines of one shape. The values that each stage takes are drawn at random; a seed gives the same pipeline again.</summary>
internal sealed class PipelineWriter
{
    /// <summary>The file that all pipelines of a project share.</summary>
    public const string SharedDeclarations = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Sluice;

        namespace Shop;

        public sealed record Request(decimal Amount, string Name);

        public interface IStore
        {
            Task<decimal> ReadAsync(string key, CancellationToken cancellationToken);
        }
        """;

    private static readonly string[] Values =
        "Account Basket Customer Stock Price Tax Discount Address Parcel Route Carrier Invoice Payment Receipt Ledger Voucher Rating Review Label Weight Permit Notice Audit Trace Order".Split(
            ' '
        );

    private readonly PipelineShape _shape;
    private readonly string _name;
    private readonly bool _returnsResult;
    private readonly Random _random;
    private readonly StringBuilder _records = new();
    private readonly StringBuilder _stages = new();
    private readonly HashSet<int> _taken = [];

    private PipelineWriter(PipelineShape shape, int seed)
    {
        _shape = shape;
        _name = $"Pipeline{seed.ToString(CultureInfo.InvariantCulture)}";
        _returnsResult = shape.Kinds.Count != 0 && seed % 2 == 1;
        _random = new Random(seed);
    }

    private string EntryPoint =>
        $"public partial ValueTask<{(_returnsResult ? "PipelineResult<Order>" : "Order")}> RunAsync(Request request, CancellationToken cancellationToken";

    /// <summary>Writes a pipeline.</summary>
    public static PipelineText Write(PipelineShape shape, int seed) => new PipelineWriter(shape, seed).Write();

    private PipelineText Write()
    {
        var (first, previous) = (0, 0..0);
        foreach (var size in _shape.Layers)
        {
            for (var stage = first; stage < first + size; stage++)
            {
                WriteStage(stage, previous);
            }

            previous = first..(first + size);
            first += size;
        }

        return new PipelineText(
            $$"""
            namespace Shop.{{_name}}s;

            {{_records}}[Pipeline]
            public sealed partial class {{_name}}(IStore store)
            {
                {{EntryPoint}} = default);
            {{_stages}}}

            """,
            $$"""
            namespace Shop.{{_name}}s;

            public sealed partial class {{_name}}
            {
                {{EntryPoint}}) => throw null!;
            }

            """
        );
    }

    private void WriteStage(int stage, Range previous)
    {
        var kind = _shape.KindOf(stage);
        var value = Values[stage];
        var inputs = InputsOf(stage, kind, previous);
        var parameters = string.Join(", ", inputs.Select(input => $"{input.Type} {input.Name}"));
        var amount = string.Join(" + ", inputs.Select(input => input.Amount));
        var header = AttributesOf(stage, kind);
        if (kind is not (StageKind.Condition or StageKind.AsynchronousEffect or StageKind.SynchronousEffect))
        {
            _records.AppendLine(
                CultureInfo.InvariantCulture,
                $"public sealed record {value}(decimal Amount, string Name);\n"
            );
        }

        _stages.AppendLine();
        _stages.AppendLine(
            kind switch
            {
                StageKind.Condition => $"""
                    {header}
                    private static bool Has{value}({parameters}) => {amount} > 0;
                """,
                StageKind.List => $$"""
                    {{header}}
                    private static IReadOnlyList<{{value}}> List{{value}}({{parameters}})
                    {
                        var total = {{amount}};
                        return [new {{value}}(total, "{{value}}"), new {{value}}(-total, "{{value}}")];
                    }
                """,
                StageKind.Synchronous => $$"""
                    {{header}}
                    private static {{value}} Find{{value}}({{parameters}})
                    {
                        var total = {{amount}};
                        return new {{value}}(Math.Round(total, 2), $"{{value}} of {total}");
                    }
                """,
                StageKind.SynchronousEffect => $$"""
                    {{header}}
                    private static void Write{{value}}({{parameters}}) => Console.WriteLine($"{{value}} of {{{amount}}}");
                """,
                StageKind.AsynchronousEffect => $$"""
                    {{header}}
                    private async ValueTask Send{{value}}Async({{parameters}}, CancellationToken cancellationToken)
                    {
                        var total = {{amount}};
                        await store.ReadAsync($"{{value}} of {total}", cancellationToken);
                    }
                """,
                _ => WriteAsynchronousStage(stage, kind, value, parameters, amount, header),
            }
        );
    }

    // Both tasks occur, and stages with and without a token. A stage with a timeout must take one.
    private static string WriteAsynchronousStage(
        int stage,
        StageKind kind,
        string value,
        string parameters,
        string amount,
        string header
    )
    {
        var task = stage % 3 == 2 ? "Task" : "ValueTask";
        var takesToken = kind == StageKind.Retried || stage % 2 == 0;
        return $$"""
                    {{header}}
                    private async {{task}}<{{value}}> Find{{value}}Async({{parameters}}{{(
                    takesToken ? ", CancellationToken cancellationToken" : ""
                )}})
                    {
                        var found = await store.ReadAsync("{{value}}", {{(
                    takesToken ? "cancellationToken" : "default"
                )}});
                        var total = {{amount}} + found;
                        return new {{value}}(total, $"{{value}} of {total}");
                    }
                """
            + (
                kind == StageKind.FallingBack
                    ? $"\n\n    private static {value} No{value}() => new {value}(0, \"none\");"
                    : ""
            );
    }

    private static string AttributesOf(int stage, StageKind kind) =>
        kind switch
        {
            StageKind.Retried => "[Stage, Retry(3), Timeout(\"00:00:02\")]",
            StageKind.Guarded => "[Stage, CircuitBreaker(5, \"00:00:30\")]",
            StageKind.FallingBack => $"[Stage, Fallback(nameof(No{Values[stage]}))]",
            StageKind.Cached => "[Stage, Cached(\"00:05:00\")]",
            StageKind.Limited => "[Stage, Concurrency(4)]",
            StageKind.Conditional => $"[Stage, When(nameof(Has{Values[stage - 1]}))]",
            _ => "[Stage]",
        };

    // Values that no stage has taken yet come first, and the last stage takes all of them, so that no stage is without use.
    private List<StageInput> InputsOf(int stage, StageKind kind, Range previous)
    {
        if (kind == StageKind.Element)
        {
            return [new StageInput($"[Each] {Values[stage - 1]}", "item", "item.Amount")];
        }

        if (stage == 0)
        {
            return [new StageInput("Request", "request", "request.Amount")];
        }

        var untaken = Enumerable.Range(0, stage).Where(other => CanBeTaken(other) && !_taken.Contains(other));
        var (start, count) = previous.GetOffsetAndLength(stage);
        var candidates = Enumerable.Range(start, count).Where(CanBeTaken).ToArray();
        _random.Shuffle(candidates);
        var taken =
            stage == _shape.Stages - 1
                ? untaken.ToList()
                : candidates.OrderBy(_taken.Contains).Take(_random.Next(1, 4)).ToList();
        if (_shape.KindOf(stage - 1) is StageKind.Conditional or StageKind.Element)
        {
            taken.Add(stage - 1);
        }

        // An effect runs only if its values are there for another reason.
        if (kind is not (StageKind.AsynchronousEffect or StageKind.SynchronousEffect))
        {
            _taken.UnionWith(taken);
        }

        return [.. taken.Distinct().Select(InputFrom)];
    }

    private bool CanBeTaken(int stage) =>
        _shape.KindOf(stage)
            is not (
                StageKind.Condition
                or StageKind.List
                or StageKind.AsynchronousEffect
                or StageKind.SynchronousEffect
            );

    private StageInput InputFrom(int stage)
    {
        var value = Values[stage];
        var name = char.ToLowerInvariant(value[0]) + value[1..];
        return _shape.KindOf(stage) switch
        {
            StageKind.Conditional => new($"Optional<{value}>", name, $"({name}.HasValue ? {name}.Value.Amount : 0)"),
            StageKind.Element => new($"IReadOnlyList<{value}>", $"{name}s", $"{name}s.Sum(item => item.Amount)"),
            _ => new(value, name, $"{name}.Amount"),
        };
    }
}
