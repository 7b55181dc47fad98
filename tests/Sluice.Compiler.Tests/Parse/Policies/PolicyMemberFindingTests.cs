using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Tests.Parse.Policies;

/// <summary>Findings about the methods and members that policies name.</summary>
public sealed class PolicyMemberFindingTests
{
    [Theory]
    [InlineData(
        "int Falback() => 1;",
        "F",
        "which is not a method of 'P'. Add one that returns 'int', directly or as a task."
    )]
    [InlineData("int Falback() => 1;", "Fallback", "which is not a method of 'P'. Did you mean 'Falback'?")]
    [InlineData("int F => 1;", "F", "which is not a method of 'P'. ")]
    [InlineData(
        "",
        "ToString",
        "which cannot be used: it returns 'string', but the stage returns 'int': return that, directly or as a task."
    )]
    [InlineData("void F() { }", "F", "which cannot be used: it returns nothing, but the stage returns 'int': ")]
    [InlineData("Task F() => null!;", "F", "which cannot be used: it returns nothing, but the stage returns 'int': ")]
    [InlineData("long F() => 1;", "F", "which cannot be used: it returns 'long', but the stage returns 'int': ")]
    [InlineData(
        "Outcome<int> F() => 1;",
        "F",
        "which cannot be used: it returns 'Outcome<int>', but the stage returns 'int': "
    )]
    [InlineData("IEnumerable<int> F() => null!;", "F", "which cannot be used: it returns 'IEnumerable<int>', ")]
    [InlineData("int F<T>() => 1;", "F", "which cannot be used: it is generic: ")]
    [InlineData("int F(ref int a) => 1;", "F", "which cannot be used: its parameter 'a' is passed by reference: ")]
    [InlineData(
        "int F(long a) => 1;",
        "F",
        "which cannot be used: its parameter 'a' has the type 'long', but the stage's parameter has 'int': give them the same type."
    )]
    [InlineData(
        "int F(int b) => 1;",
        "F",
        "which cannot be used: its parameter 'b' must have the name of the stage's parameter of that type: rename it to 'a'."
    )]
    [InlineData(
        "int F(DateTime time) => 1;",
        "F",
        "which cannot be used: its parameter 'time' of type 'DateTime' receives no value: the method may take the stage's parameters, by "
            + "the same name and type, the exception, a CancellationToken and a StageContext."
    )]
    [InlineData(
        "int F(RunContext run) => 1;",
        "F",
        "which cannot be used: its parameter 'run' of type 'RunContext' receives no value: "
    )]
    [InlineData(
        "int F(IOException exception) => 1;",
        "F",
        "which cannot be used: its parameter 'exception' takes 'IOException', but the exception may be of another type: take 'Exception'."
    )]
    [InlineData(
        "int F(string text) => 1;",
        "F",
        "which cannot be used: its parameter 'text' does not accept null, but the stage's parameter may be null: take 'string?'."
    )]
    [InlineData(
        "int F(string? note = null, int a = 0) => 1;",
        "F",
        "which cannot be used: its parameter 'note' receives no value but comes before parameters that do: put it last."
    )]
    [InlineData(
        "int F(long a) => 1; int F(DateTime time) => 1;",
        "F",
        "which has no suitable overload. F(long) cannot be used: its parameter 'a' has the type 'long', "
    )]
    [InlineData(
        "int F(int a) => 1; int F(Exception e) => 1;",
        "F",
        "which is ambiguous between F(int) and F(Exception). Rename the one that you mean."
    )]
    [InlineData(
        "",
        "A",
        "which cannot be used: it is the stage itself, which would call itself endlessly: name another method."
    )]
    [InlineData(
        "",
        "Run",
        "which cannot be used: it is an entry point, which starts a run of its own: name a plain method."
    )]
    public void A_fallback_that_there_is_not_or_that_does_not_fit_is_reported(
        string members,
        string name,
        string reason
    ) =>
        AssertReported(
            $"[Stage, Fallback(\"{name}\")] int A(int a, string? text) => 1; {members}",
            "Fallback",
            name,
            reason
        );

    [Theory]
    [InlineData("null!")]
    [InlineData("\"\"")]
    public void A_name_that_says_nothing_is_reported(string name) =>
        AssertReported(
            $"[Stage, Fallback({name})] int A() => 1;",
            "Fallback",
            "",
            "which is not a method of 'P'. Add one that "
        );

    [Fact]
    public void A_fallback_must_not_return_null_where_the_stage_does_not() =>
        AssertReported(
            "[Stage, Fallback(\"F\")] string A() => \"\"; Task<string?> F() => null!;",
            "Fallback",
            "F",
            "which cannot be used: it may return null, but the stage does not: return 'string', or let the stage return 'string?'."
        );

    [Fact]
    public void The_fallback_of_an_effect_returns_nothing() =>
        AssertReported(
            "[Stage, Fallback(\"F\")] void A() { } Task<int> F() => null!;",
            "Fallback",
            "F",
            "which cannot be used: it returns 'int', but the stage returns nothing: return nothing."
        );

    [Fact]
    public void An_exception_parameter_must_take_all_that_On_names() =>
        AssertReported(
            "[Stage, Fallback(\"F\", On = [typeof(IOException), typeof(TimeoutException)])] int A() => 1; int F(IOException e) => 1;",
            "Fallback",
            "F",
            "which cannot be used: its parameter 'e' takes 'IOException', which is not a base type of every exception that 'On' names: take 'Exception'."
        );

    [Theory]
    [InlineData(
        "int F(Exception e) => 1;",
        "which cannot be used: it runs as an exception filter, so it must return 'bool' synchronously: return 'bool'."
    )]
    [InlineData("Task<bool> F(Exception e) => null!;", "which cannot be used: it runs as an exception filter, ")]
    [InlineData(
        "bool F(int a) => true;",
        "which cannot be used: it does not take the exception that it decides about: add a parameter of type 'Exception'."
    )]
    [InlineData(
        "bool F(Exception e, CancellationToken token) => true;",
        "which cannot be used: its parameter 'token' of type 'CancellationToken' receives no value: "
    )]
    [InlineData("", "which is not a method of 'P'. Add one that takes the exception and returns 'bool'.")]
    public void A_predicate_takes_the_exception_and_returns_bool(string method, string reason) =>
        AssertReported($"[Stage, Retry(3, When = \"F\")] int A(int a) => 1; {method}", "Retry", "F", reason);

    [Theory]
    [InlineData("void F(int a) { }", "which cannot be used: it must return the key synchronously: ")]
    [InlineData("Task<int> F(int a) => null!;", "which cannot be used: it must return the key synchronously: ")]
    [InlineData(
        "string? F(int a) => null;",
        "which cannot be used: it may return null, which cannot be a key: return 'string'."
    )]
    [InlineData(
        "int? F(int a) => null;",
        "which cannot be used: it may return null, which cannot be a key: return 'int'."
    )]
    [InlineData(
        "ReadOnlySpan<char> F(int a) => default;",
        "which cannot be used: its key lives only on the stack and cannot be kept: "
    )]
    [InlineData(
        "int F(Exception e) => 1;",
        "which cannot be used: its parameter 'e' of type 'Exception' receives no value: the method may take the stage's parameters, by the same name and type."
    )]
    public void A_key_is_a_value_of_the_inputs(string method, string reason) =>
        AssertReported(
            $"[Stage, Cached(\"00:05:00\", Key = \"F\")] int A(int a) => 1; {method}",
            "Cached",
            "F",
            reason
        );

    [Theory]
    [InlineData("class P<T>", "T F(T a) => a;", true)]
    [InlineData("class P<T> where T : notnull", "T F(T a) => a;", false)]
    [InlineData("class P<T> where T : class", "T F(T a) => a;", false)]
    [InlineData("class P<T> where T : struct", "T F(T a) => a;", false)]
    [InlineData("class P<T> where T : class?", "T F(T a) => a;", true)]
    [InlineData("class P<T> where T : IDisposable", "T F(T a) => a;", false)]
    public void A_key_of_a_type_parameter_must_not_be_null(string type, string method, bool isReported) =>
        Assert.Equal(
            isReported,
            Source
                .Parse(
                    $"[Pipeline] partial {type.Replace(" where", " where", StringComparison.Ordinal)} {{ public partial ValueTask<int> Run(T a); [Stage, Cached(\"00:05:00\", Key = \"F\")] int A(T a) => 1; {method} }}"
                )
                .Model.Findings.Any(finding => finding.Rule == Rule.InvalidPolicyMember)
        );

    [Theory]
    [InlineData(
        "int F() => 1;",
        "which cannot be used: it returns 'int', which nothing uses: return nothing, directly or as a task."
    )]
    [InlineData("Task<int> F() => null!;", "which cannot be used: it returns 'int', which nothing uses: ")]
    [InlineData(
        "void F(DateTime time) { }",
        "which cannot be used: its parameter 'time' of type 'DateTime' receives no value: the method may take the stage's parameters, by the same name and type, its output, the exception, a CancellationToken and a StageContext."
    )]
    [InlineData(
        "void F(IOException e) { }",
        "which cannot be used: its parameter 'e' takes 'IOException', but the exception may be of another type: "
    )]
    [InlineData("async void F() { }", "which cannot be used: it is 'async void', ")]
    public void A_compensation_returns_nothing(string method, string reason) =>
        AssertReported($"[Stage, Compensate(\"F\")] int A(int a) => 1; {method}", "Compensate", "F", reason);

    [Theory]
    [InlineData("Values", "", "which is not a readable field or property of 'P'.")]
    [InlineData(
        "Values",
        "ICacheStore _values = null!;",
        "which is not a readable field or property of 'P'. Did you mean '_values'?"
    )]
    [InlineData("Values", "ICacheStore Values() => null!;", "which is not a readable field or property of 'P'.")]
    [InlineData("Values", "ICacheStore Values { set { } }", "which is not a readable field or property of 'P'.")]
    [InlineData("Values", "string Values = \"\";", "which has the type 'string', but 'ICacheStore' is required.")]
    [InlineData(
        "values",
        "public P(ICacheStore values) { }",
        "which is a parameter of the constructor: store it in a field, and name the field."
    )]
    public void A_store_is_a_field_or_property(string name, string members, string reason) =>
        AssertReported(
            $"[Stage, Cached(\"00:05:00\", Store = \"{name}\")] int A(int a) => 1; {members}",
            "Cached",
            name,
            reason
        );

    [Theory]
    [InlineData(
        "System.Threading.RateLimiting.RateLimiter? L = null;",
        "which may be null: declare it as 'RateLimiter'."
    )]
    [InlineData("object L = null!;", "which has the type 'object', but 'RateLimiter' is required.")]
    public void A_limiter_is_one_and_not_null(string member, string reason) =>
        AssertReported($"[Stage, RateLimit(Limiter = \"L\")] int A(int a) => 1; {member}", "RateLimit", "L", reason);

    [Theory]
    [InlineData(
        "class Other { [Stage, Fallback(\"F\")] public int A() => 1; int F() => 2; }",
        "which the pipeline cannot call. Make the method, and the types in its signature, accessible to it."
    )]
    [InlineData(
        "class Other : Base { [Stage, Fallback(\"F\")] public int A() => 1; } class Base { protected int F() => 2; }",
        "which the pipeline cannot call. "
    )]
    [InlineData("class Other { [Stage, Fallback(\"F\")] public int A() => 1; }", "which is not a method of 'Other'. ")]
    public void A_method_of_another_class_must_be_accessible_to_the_pipeline(string type, string reason) =>
        AssertReported("[Stages] Other other = new(); int F() => 1;", "Fallback", "F", reason, type);

    [Theory]
    [InlineData(
        "class Other { [Stage, Cached(\"00:05:00\", Store = \"F\")] public int A() => 1; ICacheStore F = null!; }",
        "Cached",
        "which the pipeline cannot read: make it accessible to it."
    )]
    [InlineData(
        "class Other { [Stage, Fallback(\"F\")] public static int A() => 1; public int F() => 2; }",
        "Fallback",
        "which cannot be used: it needs an instance, "
    )]
    [InlineData(
        "class Other { [Stage, Cached(\"00:05:00\", Store = \"F\")] public static int A() => 1; public ICacheStore F = null!; }",
        "Cached",
        "which needs an instance, but there is none: make it static."
    )]
    public void A_static_class_has_no_instance_and_private_members_are_not_read(
        string type,
        string attribute,
        string reason
    ) =>
        Assert.Equal(
            $"[{attribute}] on stage 'A' names 'F', {reason}"[..60],
            FindingText.Of(
                Source
                    .Parse(
                        attribute == "Cached" && !type.Contains("static", StringComparison.Ordinal)
                            ? $"[Pipeline] partial class P {{ public partial int Run(); [Stages] Other other = new(); }} {type}"
                            : $"[Pipeline, Stages(typeof(Other))] static partial class P {{ public static partial int Run(); }} {type}"
                    )
                    .Model.OnlyFinding(Rule.InvalidPolicyMember)
            )[..60]
        );

    [Fact]
    public void The_names_that_may_have_been_meant_are_there_for_a_fix() =>
        Assert.Equal(
            ["Falback"],
            PolicySource
                .Parse("[Stage, Fallback(\"Fallback\")] int A() => 1; int Falback() => 1;")
                .OnlyFinding(Rule.InvalidPolicyMember)
                .Choices
        );

    private static void AssertReported(
        string members,
        string attribute,
        string name,
        string reason,
        string further = ""
    )
    {
        var finding = PolicySource.Parse(members, further: further).OnlyFinding(Rule.InvalidPolicyMember);
        Assert.StartsWith(
            $"[{attribute}] on stage 'A' names '{name}', {reason}",
            FindingText.Of(finding),
            StringComparison.Ordinal
        );
        Assert.Equal(new NodeReference(NodeKind.Stage, 0), finding.Node);
    }
}
