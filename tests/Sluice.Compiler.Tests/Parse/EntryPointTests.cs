using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Tests.Parse;

/// <summary>The methods that are entry points, and their models.</summary>
public sealed class EntryPointTests
{
    [Theory]
    [InlineData("public partial void Run();", "Synchronous", "")]
    [InlineData("public partial int Run();", "Synchronous", "int")]
    [InlineData("public partial Task Run();", "Task", "")]
    [InlineData("public partial Task<string?> Run();", "Task", "string?")]
    [InlineData("public partial ValueTask Run();", "ValueTask", "")]
    [InlineData("internal partial ValueTask<(int A, string)> Run();", "ValueTask", "(int A, string)")]
    [InlineData("private partial Task<(int, int)?> Run();", "Task", "(int, int)?")]
    public void A_return_type_is_taken_apart(string declaration, string shape, string output)
    {
        var entryPoint = EntryPoint(declaration);
        Assert.Equal(shape, entryPoint.Return.ToString());
        Assert.Equal(output, entryPoint.ReturnTypeName);
    }

    [Fact]
    public void A_tuple_has_an_output_for_each_element_however_many()
    {
        var entryPoint = EntryPoint(
            "public partial (int A, string, int C, int D, int E, int F, int G, int H, object? I) Run();"
        );
        Assert.True(entryPoint.IsTuple);
        Assert.Equal(["A", null, "C", "D", "E", "F", "G", "H", "I"], entryPoint.Outputs.Select(output => output.Name));
        Assert.Equal(["int", "string", "object?"], entryPoint.Outputs.Select(output => output.TypeName).Distinct());
    }

    [Fact]
    public void Inputs_leave_the_token_out()
    {
        var entryPoint = EntryPoint(
            "public partial Task Run(int @class, string? name, CancellationToken ct = default, params int[] rest);"
        );
        Assert.Equal(["class", "name", "rest"], entryPoint.Inputs.Select(input => input.Name));
        Assert.Equal(["int", "string?", "int[]"], entryPoint.Inputs.Select(input => input.TypeName));
        Assert.Equal("ct", entryPoint.CancellationToken);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[Obsolete] ")]
    [InlineData("[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)] ")]
    [InlineData("[System.Diagnostics.DebuggerHidden] ")]
    [InlineData("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"a\", \"b\")] ")]
    [InlineData("[System.Runtime.CompilerServices.MethodImpl] ")]
    [InlineData("[return: System.Xml.Serialization.XmlElement] ")]
    [InlineData("[EntryPoint, System.Text.RegularExpressions.GeneratedRegex(\"a\")] ")]
    public void Attributes_that_belong_to_no_generator_do_not_matter(string attributes) =>
        Assert.Equal("Run", EntryPoint(attributes + "public partial int Run();").MethodName);

    [Fact]
    public void An_attributed_partial_method_without_modifier_is_one() =>
        Assert.Equal("partial void Run()", EntryPoint("[EntryPoint] partial void Run();").Signature);

    [Theory]
    [InlineData(
        "[System.Text.RegularExpressions.GeneratedRegex(\"a\")] public partial int Foo();",
        "'Foo' is left to the generator of [GeneratedRegex]"
    )]
    [InlineData("partial void OnChanged();", "'OnChanged' has no accessibility modifier: add 'public'")]
    [InlineData("public partial int Foo(); public partial int Foo() => 1;", "declare one as a partial method")]
    [InlineData("public int Foo() => 1;", "declare one as a partial method")]
    public void A_pipeline_without_entry_point_is_told_why(string members, string hint)
    {
        var finding = Source.Parse($"[Pipeline] partial class P {{ {members} }}").Model.OnlyFinding(Rule.NoEntryPoint);
        Assert.Equal(new NodeReference(NodeKind.Pipeline), finding.Node);
        Assert.Equal("P", finding.Arguments[0]);
        Assert.StartsWith(hint, finding.Arguments[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "public partial T Run<T>(T value) where T : class, new();",
        "it is generic",
        -1,
        "public partial T Run<T>(T value) where T : class, new()"
    )]
    [InlineData(
        "public partial int Run(ref int value);",
        "parameter 'value' is passed by reference",
        0,
        "public partial int Run(ref int value)"
    )]
    [InlineData(
        "public partial int Run(int a, out int value);",
        "parameter 'value' is passed by reference",
        1,
        "public partial int Run(int a, out int value)"
    )]
    [InlineData(
        "public partial int Run(ref readonly int value);",
        "parameter 'value' is passed by reference",
        0,
        "public partial int Run(ref readonly int value)"
    )]
    [InlineData(
        "public partial ref readonly int Run();",
        "it returns by reference",
        -1,
        "public partial ref readonly int Run()"
    )]
    [InlineData(
        "public partial int Run(scoped Span<int> value);",
        "parameter 'value' has the type 'Span<int>', which lives only on the stack",
        0,
        "public partial int Run(scoped global::System.Span<int> value)"
    )]
    [InlineData(
        "public unsafe partial int Run(int*[] value);",
        "parameter 'value' has the pointer type 'int*[]'",
        0,
        "public unsafe partial int Run(int*[] value)"
    )]
    [InlineData(
        "public partial Task<IAsyncEnumerable<int>> Run();",
        "it returns a task of a stream",
        -1,
        "public partial global::System.Threading.Tasks.Task<global::System.Collections.Generic.IAsyncEnumerable<int>> Run()"
    )]
    [InlineData(
        "public partial ValueTask<(IAsyncEnumerable<int>, int)> Run();",
        "it has the stream 'IAsyncEnumerable<int>' inside its output",
        -1,
        "public partial global::System.Threading.Tasks.ValueTask<(global::System.Collections.Generic.IAsyncEnumerable<int>, int)> Run()"
    )]
    [InlineData(
        "public partial (int, Optional<IAsyncEnumerable<int>>) Run();",
        "it has the stream 'IAsyncEnumerable<int>' inside its output",
        -1,
        "public partial (int, global::Sluice.Optional<global::System.Collections.Generic.IAsyncEnumerable<int>>) Run()"
    )]
    [InlineData(
        "public partial ValueTask<PipelineResult<IAsyncEnumerable<int>>> Run();",
        "it has the stream 'IAsyncEnumerable<int>' inside its output",
        -1,
        "public partial global::System.Threading.Tasks.ValueTask<global::Sluice.PipelineResult<global::System.Collections.Generic.IAsyncEnumerable<int>>> Run()"
    )]
    [InlineData(
        "public partial PipelineResult<(int A, IAsyncEnumerable<int>? B)> Run();",
        "it has the stream 'IAsyncEnumerable<int>' inside its output",
        -1,
        "public partial global::Sluice.PipelineResult<(int A, global::System.Collections.Generic.IAsyncEnumerable<int>? B)> Run()"
    )]
    [InlineData(
        "public partial Optional<IAsyncEnumerable<int>> Run();",
        "it has the stream 'IAsyncEnumerable<int>' inside its output",
        -1,
        "public partial global::Sluice.Optional<global::System.Collections.Generic.IAsyncEnumerable<int>> Run()"
    )]
    [InlineData(
        "public partial ValueTask<Outcome<IAsyncEnumerable<int>>> Run();",
        "it has the stream 'IAsyncEnumerable<int>' inside its output",
        -1,
        "public partial global::System.Threading.Tasks.ValueTask<global::Sluice.Outcome<global::System.Collections.Generic.IAsyncEnumerable<int>>> Run()"
    )]
    [InlineData(
        "public partial PipelineResult<Outcome<int>> Run();",
        "its result contains 'Outcome<int>'",
        -1,
        "public partial global::Sluice.PipelineResult<global::Sluice.Outcome<int>> Run()"
    )]
    [InlineData(
        "public partial PipelineResult<PipelineResult<int>> Run();",
        "it has a PipelineResult inside",
        -1,
        "public partial global::Sluice.PipelineResult<global::Sluice.PipelineResult<int>> Run()"
    )]
    [InlineData(
        "public partial (int, PipelineResult<int>) Run();",
        "it has a PipelineResult inside",
        -1,
        "public partial (int, global::Sluice.PipelineResult<int>) Run()"
    )]
    [InlineData(
        "public partial PipelineResult<Task<int>> Run();",
        "its output is itself a task",
        -1,
        "public partial global::Sluice.PipelineResult<global::System.Threading.Tasks.Task<int>> Run()"
    )]
    [InlineData(
        "public partial Outcome<Optional<int>> Run();",
        "its output has the type 'Optional<int>' inside",
        -1,
        "public partial global::Sluice.Outcome<global::Sluice.Optional<int>> Run()"
    )]
    [InlineData("public partial Skip Run();", "it returns 'Skip'", -1, "public partial global::Sluice.Skip Run()")]
    [InlineData(
        "public partial int Run(Outcome<Optional<int>> value);",
        "parameter 'value' has the type 'Optional<int>' inside",
        0,
        "public partial int Run(global::Sluice.Outcome<global::Sluice.Optional<int>> value)"
    )]
    [InlineData(
        "public partial int Run(Optional<Task<int>> value);",
        "input 'value' is a task",
        0,
        "public partial int Run(global::Sluice.Optional<global::System.Threading.Tasks.Task<int>> value)"
    )]
    [InlineData(
        "public partial Task<Task<int>> Run();",
        "its output is itself a task",
        -1,
        "public partial global::System.Threading.Tasks.Task<global::System.Threading.Tasks.Task<int>> Run()"
    )]
    [InlineData(
        "public partial (int, Task) Run();",
        "its output is itself a task",
        -1,
        "public partial (int, global::System.Threading.Tasks.Task) Run()"
    )]
    [InlineData(
        "public partial int Run(Task<int> value);",
        "input 'value' is a task",
        0,
        "public partial int Run(global::System.Threading.Tasks.Task<int> value)"
    )]
    [InlineData(
        "public partial int Run(StageContext value);",
        "input 'value' is a StageContext",
        0,
        "public partial int Run(global::Sluice.StageContext value)"
    )]
    [InlineData(
        "public partial int Run(CancellationToken a, CancellationToken b);",
        "it takes more than one CancellationToken",
        -1,
        "public partial int Run(global::System.Threading.CancellationToken a, global::System.Threading.CancellationToken b)"
    )]
    [InlineData("[Stage] public partial int Run();", "it is also marked as a stage", -1, "public partial int Run()")]
    [InlineData(
        "[return: From(\"A\")] public partial (int, int) Run();",
        "[return: From] names one producer",
        -1,
        "public partial (int, int) Run()"
    )]
    [InlineData(
        "[return: From(\"A\")] public partial void Run();",
        "[return: From] names the producer of an output",
        -1,
        "public partial void Run()"
    )]
    public void A_signature_that_cannot_be_compiled_is_rejected_with_a_remedy(
        string declaration,
        string reason,
        int position,
        string signature
    )
    {
        var parsed = Source.Parse($"[Pipeline] partial class P {{ {declaration} }}");
        var finding = parsed.Model.OnlyFinding(Rule.UnsupportedEntryPointSignature);
        Assert.Equal(new NodeReference(NodeKind.Rejected, 0, position), finding.Node);
        Assert.Equal("Run", finding.Arguments[0]);
        Assert.StartsWith(reason, finding.Arguments[1], StringComparison.Ordinal);
        Assert.Contains(": ", finding.Arguments[1], StringComparison.Ordinal);
        Assert.Equal("Run", Assert.Single(parsed.Symbols.Rejected).Name);
        Assert.Equal(signature, Assert.Single(parsed.Model.RejectedSignatures));
        ImplementedPart.AssertCompiles($"[Pipeline] partial class P {{ {declaration} }}");
        Assert.Empty(parsed.Model.EntryPoints);
    }

    [Theory]
    [InlineData("[EntryPoint] public int Run() => 1;")]
    [InlineData("[EntryPoint] public partial int Run(); public partial int Run() => 1;")]
    public void A_marked_method_with_a_body_is_rejected_and_gets_no_other(string members)
    {
        var model = Source.Parse($"[Pipeline] partial class P {{ {members} }}").Model;
        Assert.StartsWith(
            "it has a body",
            model.OnlyFinding(Rule.UnsupportedEntryPointSignature).Arguments[1],
            StringComparison.Ordinal
        );
        Assert.Empty(model.RejectedSignatures);
    }

    [Theory]
    [InlineData("public partial int Run(int a = 3);", "public partial int Run(int a)")]
    [InlineData(
        "protected internal virtual partial Task Run();",
        "protected internal virtual partial global::System.Threading.Tasks.Task Run()"
    )]
    [InlineData("public override partial string? ToString();", "public override partial string? ToString()")]
    [InlineData("public new partial Type GetType();", "public new partial global::System.Type GetType()")]
    [InlineData(
        "public static partial int Run(in int a, params string?[] b);",
        "public static partial int Run(in int a, params string?[] b)"
    )]
    [InlineData(
        "public partial (int @class, string? B) @event(List<(int X, object? Y)[]> @new);",
        "public partial (int @class, string? B) @event(global::System.Collections.Generic.List<(int X, object? Y)[]> @new)"
    )]
    [InlineData(
        "public partial string?[]?[,] Run(dynamic a, nint b, int? c, int[][,] d);",
        "public partial string?[]?[,] Run(dynamic a, nint b, int? c, int[][,] d)"
    )]
    [InlineData(
        "public partial @record Run(@class.@struct a);",
        "public partial global::@record Run(global::@class.@struct a)"
    )]
    public void A_signature_is_repeated_to_the_letter(string declaration, string signature)
    {
        const string Types = "class @record; namespace @class { class @struct; }";
        Assert.Equal(signature, EntryPoint(declaration, Types).Signature);
        ImplementedPart.AssertCompiles($"[Pipeline] partial class P {{ {declaration} }} {Types}");
    }

    [Fact]
    public void A_receiver_keeps_its_this() =>
        Assert.Equal(
            "public static partial int Run(this string text)",
            EntryPoint("public static partial int Run(this string text);", isStatic: true).Signature
        );

    [Theory]
    [InlineData("/// <summary>x</summary>\n", true)]
    [InlineData("/** x */", true)]
    [InlineData("//// x\n", false)]
    [InlineData("/**/", false)]
    [InlineData("/*** x */", false)]
    [InlineData("// x\n", false)]
    [InlineData("/// <summary>x</summary>\n[Obsolete]", true)]
    public void Documentation_is_seen_without_being_parsed(string before, bool expected) =>
        Assert.Equal(expected, EntryPoint(before + "public partial int Run();").HasDocumentation);

    [Fact]
    public void Overloads_are_named_with_their_parameters()
    {
        var model = Source
            .Parse(
                "[Pipeline] partial class P { public partial int Run(int a); public partial int Run(List<string> a, CancellationToken b); public partial int Other(); }"
            )
            .Model;
        Assert.Equal(
            ["Run(int)", "Run(List<string>, CancellationToken)", "Other"],
            model.EntryPoints.Select(e => e.Name)
        );
    }

    [Fact]
    public void The_producer_of_an_output_can_be_named() =>
        Assert.Equal(
            "Load",
            Assert.Single(Assert.Single(EntryPoint("[return: From(\"Load\")] public partial int Run();").Outputs).From)
        );

    [Fact]
    public void A_signature_declared_twice_is_read_once() =>
        Assert.Single(
            Source
                .Parse("[Pipeline] partial class P { public partial int Run(); public partial int Run(); }")
                .Model.EntryPoints
        );

    private static EntryPointModel EntryPoint(string declaration, string types = "", bool isStatic = false)
    {
        var model = Source
            .Parse($"[Pipeline] {(isStatic ? "static" : "")} partial class P\n{{\n{declaration}\n}} {types}")
            .Model;
        Assert.Empty(model.Findings);
        return Assert.Single(model.EntryPoints);
    }
}
