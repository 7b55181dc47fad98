using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Tests.Parse;

/// <summary>The methods that are stages, and their models.</summary>
public sealed class StageTests
{
    [Theory]
    [InlineData(
        "[Stage, System.Runtime.InteropServices.UnmanagedCallersOnly] static void A() { }",
        "it is marked [UnmanagedCallersOnly]"
    )]
    [InlineData("[Stage, System.Diagnostics.Conditional(\"DEBUG\")] void A() { }", "it is marked [Conditional]")]
    [InlineData("[Stage, System.Diagnostics.Conditional(\"DEBUG\")] static void A() { }", "it is marked [Conditional]")]
    [InlineData("[Stage] static partial void A();", "it is partial and has no body")]
    [InlineData("[Stage] partial void A();", "it is partial and has no body")]
    [InlineData("[Stage] void A(__arglist) { }", "it takes '__arglist'")]
    [InlineData("[Stage] ref int A() => throw null!;", "it returns by reference")]
    [InlineData("[Stage] ref readonly int A() => throw null!;", "it returns by reference")]
    [InlineData("[Stage] Span<int> A() => default;", "its output has the type 'Span<int>'")]
    [InlineData("[Stage] unsafe int* A() => null;", "its output has the pointer type 'int*'")]
    [InlineData("[Stage] int A(scoped Span<int> items) => 1;", "parameter 'items' has the type 'Span<int>'")]
    [InlineData("[Stage] int A(ref readonly int item) => 1;", "parameter 'item' is passed by reference")]
    public void A_method_that_a_run_cannot_call_is_no_stage(string method, string reason)
    {
        var finding = Parse(method).OnlyFinding(Rule.UnsupportedStageSignature);
        Assert.StartsWith(reason, finding.Arguments[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_method_that_is_conditional_makes_its_override_so()
    {
        var model = Source
            .Parse(
                "[Pipeline] partial class P : B { public partial int Run(); [Stage] public override void A() { } } "
                    + "class B { [System.Diagnostics.Conditional(\"DEBUG\")] public virtual void A() { } }"
            )
            .Model;
        Assert.StartsWith(
            "it is marked [Conditional]",
            model.OnlyFinding(Rule.UnsupportedStageSignature).Arguments[1],
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("[Stage] int A(scoped in int item) => 1;")]
    [InlineData("[Stage] static int A(params int[] items) => 1;")]
    [InlineData("[Stage] static partial void A(); static partial void A() { }")]
    [InlineData(
        "[Stage, System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)] int A() => 1;"
    )]
    public void A_method_that_C_sharp_can_call_in_the_ordinary_way_is_a_stage(string method)
    {
        var model = Parse(method);
        Assert.Empty(model.Findings);
        Assert.Single(model.Stages);
    }

    [Theory]
    [InlineData("void A()", "Synchronous", "")]
    [InlineData("string? A()", "Synchronous", "string?")]
    [InlineData("Task A()", "Task", "")]
    [InlineData("Task<(int X, int)> A()", "Task", "(int X, int)")]
    [InlineData("ValueTask A()", "ValueTask", "")]
    [InlineData("ValueTask<int?> A()", "ValueTask", "int?")]
    [InlineData("static List<dynamic> A()", "Synchronous", "global::System.Collections.Generic.List<dynamic>")]
    public void A_return_type_is_taken_apart(string method, string shape, string output)
    {
        var model = Parse($"[Stage] {method} => throw null!;");
        Assert.Empty(model.Findings);
        var stage = Assert.Single(model.Stages);
        Assert.Equal(shape, stage.Return.ToString());
        Assert.Equal(output, stage.OutputTypeName);
        Assert.Equal(output.Length == 0, stage.IsEffect);
        Assert.Equal(method.StartsWith("static", StringComparison.Ordinal), stage.IsStatic);
    }

    [Theory]
    [InlineData("[Stage] int ParseAsync() => 1;", "Parse")]
    [InlineData("[Stage] int Async() => 1;", "Async")]
    [InlineData("[Stage] int @class() => 1;", "class")]
    [InlineData("[Stage(Name = \"Other\")] int Parse() => 1;", "Other")]
    [InlineData("[Stage(Name = \" \")] int Parse() => 1;", "Parse")]
    public void A_stage_has_a_name(string method, string name)
    {
        var stage = Assert.Single(Parse(method).Stages);
        Assert.Equal(name, stage.SimpleName);
        Assert.Equal(name, stage.Name);
    }

    [Fact]
    public void Parameters_are_dependencies_or_supplied()
    {
        var model = Parse(
            "[Stage] int A([From(\"B\")] string? @in, in (int X, int) pair, StageContext context, CancellationToken ct, long last = 3, params int[] more) => 1;"
        );
        Assert.Empty(model.Findings);
        var parameters = Assert.Single(model.Stages).Parameters;
        Assert.Equal(
            [
                ("in", null, "string?", "B", false),
                ("pair", null, "(int X, int)", "", false),
                ("context", "StageContext", "global::Sluice.StageContext", "", false),
                ("ct", "CancellationToken", "global::System.Threading.CancellationToken", "", false),
                ("last", null, "long", "", true),
                ("more", null, "int[]", "", false),
            ],
            parameters.Select(p => (p.Name, p.Supplied?.Name, p.TypeName, string.Join(",", p.From), p.HasDefaultValue))
        );
        Assert.Equal([true, true, false, false, true, true], parameters.Select(parameter => parameter.Type >= 0));
    }

    [Fact]
    public void Order_restriction_and_offloading_are_read()
    {
        var stage = Assert.Single(
            Parse(
                "[Stage(Only = [nameof(Run), \"Other\"]), After(\"A\", \"B\"), After(\"C\"), Offload] void Log() { }"
            ).Stages
        );
        Assert.Equal(["A", "B", "C"], stage.After);
        Assert.Equal(["Run", "Other"], stage.Only);
        Assert.True(stage.IsOffloaded);
        Assert.True(stage.IsAsynchronous);
    }

    [Theory]
    [InlineData("[Stage] T A<T>(T value) => value;", "it is generic", -1)]
    [InlineData("[Stage] int A(int a, ref int value) => 1;", "parameter 'value' is passed by reference", 1)]
    [InlineData("[Stage] int A(out int value) => value = 1;", "parameter 'value' is passed by reference", 0)]
    [InlineData("[Stage] int A(ref readonly int value) => 1;", "parameter 'value' is passed by reference", 0)]
    [InlineData(
        "[Stage] int A(ReadOnlySpan<char> value) => 1;",
        "parameter 'value' has the type 'ReadOnlySpan<char>'",
        0
    )]
    [InlineData("[Stage] unsafe int A(delegate*<int> value) => 1;", "parameter 'value' has the pointer type", 0)]
    [InlineData("[Stage] int A(TypedReference value) => 1;", "parameter 'value' has the type 'TypedReference'", 0)]
    [InlineData("[Stage] Span<int> A() => default;", "its output has the type 'Span<int>'", -1)]
    [InlineData("[Stage] unsafe int* A() => null;", "its output has the pointer type 'int*'", -1)]
    [InlineData("static int f; [Stage] ref int A() => ref f;", "it returns by reference", -1)]
    [InlineData("[Stage] int A(__arglist) => 1;", "it takes '__arglist'", -1)]
    [InlineData("[Stage] async void A() => await Task.Yield();", "it is 'async void'", -1)]
    [InlineData(
        "[Stage] IAsyncEnumerable<int> A([Each] int a) => null!;",
        "it runs for each element and returns a stream",
        -1
    )]
    [InlineData(
        "[Stage] Task<Optional<IAsyncEnumerable<int>>> A([Each] int a) => null!;",
        "it runs for each element and returns a stream",
        -1
    )]
    [InlineData("[Stage] Outcome A() => default;", "it returns 'Outcome', which no stage can use", -1)]
    [InlineData("[Stage] Outcome<Outcome<int>> A() => default;", "its output has the type 'Outcome<int>' inside", -1)]
    [InlineData("[Stage] Task<Optional<Task>> A() => null!;", "its output is itself a task", -1)]
    [InlineData(
        "[Stage] int A(int a, Optional<Outcome<int>> b) => 1;",
        "parameter 'b' has the type 'Outcome<int>' inside",
        1
    )]
    [InlineData("[Stage] Task<ValueTask<int>> A() => null!;", "its output is itself a task", -1)]
    [InlineData("int A { [Stage] get; }", "it is not an ordinary method", -1)]
    [InlineData("[Stage] int ICloneable.A() => 1;", "it implements an interface explicitly", -1)]
    public void A_signature_that_cannot_take_part_is_rejected_with_a_remedy(string member, string reason, int position)
    {
        var compilation = Source.Compile(Pipeline(member));
        var parsed = Source.Parse(compilation);
        var finding = parsed.Model.OnlyFinding(Rule.UnsupportedStageSignature);
        Assert.Equal(new NodeReference(NodeKind.Rejected, 0, position), finding.Node);
        Assert.StartsWith(reason, finding.Arguments[1], StringComparison.Ordinal);
        Assert.Contains(": ", finding.Arguments[1], StringComparison.Ordinal);
        Assert.Single(parsed.Symbols.Rejected);
        Assert.Empty(parsed.Model.Stages);
    }

    [Theory]
    [InlineData("int A(int b, Task<string> c)", 1, "c", "string")]
    [InlineData("int A(ValueTask<int[]> b)", 0, "b", "int[]")]
    [InlineData("int A(Task b)", 0, "b", "[After]")]
    public void A_task_is_not_taken_but_what_it_produces(string method, int position, string parameter, string instead)
    {
        var model = Parse($"[Stage] {method} => 1;");
        var finding = model.OnlyFinding(Rule.TaskParameter);
        Assert.Equal(new NodeReference(NodeKind.Rejected, 0, position), finding.Node);
        Assert.Equal(["A", parameter, instead], finding.Arguments);
    }

    [Theory]
    [InlineData("[Stage] int Parse(int a) => a; [Stage] int Parse(string a) => 1;", "Parse(int) and Parse(string)")]
    [InlineData("[Stage] int Parse() => 1; [Stage] Task<int> ParseAsync() => null!;", "Parse() and ParseAsync()")]
    [InlineData("[Stage] int Parse() => 1; [Stage(Name = \"Parse\")] int Other() => 1;", "Parse() and Other()")]
    public void The_second_of_two_stages_of_one_name_is_rejected(string members, string signatures)
    {
        var parsed = Source.Parse(Pipeline(members));
        var finding = parsed.Model.OnlyFinding(Rule.DuplicateStage);
        Assert.Equal(["Parse", signatures], finding.Arguments);
        Assert.Equal(new NodeReference(NodeKind.Rejected), finding.Node);
        Assert.Equal([new NodeReference(NodeKind.Stage)], finding.Further);
        Assert.Equal("Parse", Assert.Single(parsed.Model.Stages).MethodName);
    }

    [Fact]
    public void Inherited_stages_take_part_and_the_override_wins()
    {
        const string Types = """
            class Root<T>
            {
                [Stage(Name = "Loaded"), After("X"), Offload] protected virtual List<T> LoadAsync([From("Seed")] T seed) => [];
                [Stage] public static T Seed() => default!;
                [Stage] public int Replaced() => 1;
            }
            abstract class Middle : Root<string>
            {
                protected override List<string> LoadAsync(string seed) => [];
                [Stage] protected abstract long Later();
            }
            """;
        var parsed = Source.Parse(
            Pipeline(
                "protected override long Later() => 1; [Stage] public new int Replaced() => 2; [Stage] int Own() => 1;",
                Types,
                ": Middle"
            )
        );
        Assert.Empty(parsed.Model.Findings);
        Assert.Equal(["Later", "Replaced", "Own", "Loaded", "Seed"], parsed.Model.Stages.Select(stage => stage.Name));
        Assert.Equal(
            ["P", "P", "P", "Middle", "Root"],
            parsed.Symbols.Stages.Select(stage => stage.ContainingType.Name)
        );
        var loaded = parsed.Model.Stages[3];
        Assert.Equal(["X"], loaded.After);
        Assert.True(loaded.IsOffloaded);
        Assert.Equal(["Seed"], loaded.Parameters[0].From);
        Assert.Equal("global::System.Collections.Generic.List<string>", loaded.OutputTypeName);
    }

    [Theory]
    [InlineData("[Stage] int A() => 1;", "")]
    [InlineData("[Stage] public int A() => 1;", "public new int A() => 2;")]
    [InlineData("[Stage] public int A() => 1;", "public new int A;")]
    public void A_stage_that_cannot_be_called_is_reported(string inherited, string own)
    {
        var model = Parse(own, $"class Base {{ {inherited} }}", ": Base");
        var finding = model.OnlyFinding(Rule.InaccessibleStage);
        Assert.Equal(["A", "Base"], finding.Arguments);
        Assert.Equal(new NodeReference(NodeKind.Rejected), finding.Node);
    }

    [Fact]
    public void A_private_member_between_hides_nothing() =>
        Assert.Equal(
            "A",
            Assert
                .Single(
                    Parse(
                        "",
                        "class Root { [Stage] public int A() => 1; } class Middle : Root { private new int A() => 2; }",
                        ": Middle"
                    ).Stages
                )
                .Name
        );

    [Fact]
    public void An_instance_stage_of_a_static_pipeline_is_rejected()
    {
        var model = Source
            .Parse(
                "[Pipeline] static partial class P { public static partial int Run(); [Stage] int A() => 1; [Stage] static int B() => 1; }"
            )
            .Model;
        Assert.StartsWith(
            "it needs an instance, but the pipeline is static",
            model.OnlyFinding(Rule.UnsupportedStageSignature).Arguments[1],
            StringComparison.Ordinal
        );
        Assert.Equal("B", Assert.Single(model.Stages).Name);
        Assert.True(model.IsStatic);
    }

    [Fact]
    public void A_partial_method_of_another_generator_can_be_a_stage()
    {
        var model = Parse(
            "[Stage, System.Text.RegularExpressions.GeneratedRegex(\"a\")] private static partial System.Text.RegularExpressions.Regex Words();"
        );
        Assert.Equal("Words", Assert.Single(model.Stages).Name);
        Assert.Equal("Run", Assert.Single(model.EntryPoints).Name);
    }

    private static PipelineModel Parse(string members, string types = "", string bases = "") =>
        Source.Parse(Pipeline(members, types, bases)).Model;

    private static string Pipeline(string members, string types = "", string bases = "") =>
        $"[Pipeline] partial class P {bases} {{ public partial int Run(); {members} }} {types}";
}
