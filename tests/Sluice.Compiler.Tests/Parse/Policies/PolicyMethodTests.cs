using Sluice.Compiler.Model;
using Sluice.Compiler.Policies.Fallback;
using Sluice.Compiler.Policies.Retry;

namespace Sluice.Compiler.Tests.Parse.Policies;

/// <summary>The methods that policies name, and the values of their parameters.</summary>
public sealed class PolicyMethodTests
{
    [Theory]
    [InlineData("int F() => 1;", "Synchronous", "")]
    [InlineData("int F(int a) => 1;", "Synchronous", "0")]
    [InlineData("int F(string b, int a) => 1;", "Synchronous", "1 0")]
    [InlineData("int F(Exception e, int a, StageContext c, CancellationToken t) => 1;", "Synchronous", "e 0 c t")]
    [InlineData("int F(int a, bool isLast = true) => 1;", "Synchronous", "0")]
    [InlineData("int F(in int a) => 1;", "Synchronous", "0")]
    [InlineData("Task<int> F(int a) => null!;", "Task", "0")]
    [InlineData("static async ValueTask<int> F(int a) => 1;", "ValueTask", "0")]
    [InlineData("async ValueTask<int> FAsync(int a) => 1;", "ValueTask", "0")]
    [InlineData("int F() => 1; int F(int a) => 1; int F(long other) => 1;", "Synchronous", "0")]
    [InlineData("int F(Exception e) => 1; int F(Exception e, bool isLast = true) => 1;", "Synchronous", "e")]
    [InlineData("long F() => 1; int F(int a) => 1;", "Synchronous", "0")]
    [InlineData("int F(Exception cause) => 1;", "Synchronous", "2")]
    public void A_fallback_may_take_what_the_stage_takes_and_what_there_is_to_know(
        string method,
        string shape,
        string arguments
    )
    {
        var fallback = PolicySource
            .Stage($"[Stage, Fallback(\"F\")] int A(int a, string b, Exception cause) => 1; {method}")
            .Policy<FallbackPolicy>()
            .Method;
        Assert.Equal(shape, fallback.Return.ToString());
        Assert.Equal("int", fallback.ReturnTypeName);
        Assert.Equal(arguments, Text(fallback));
    }

    [Theory]
    [InlineData("void A() { }", "void F() { }", "")]
    [InlineData("Task A() => null!;", "void F() { }", "")]
    [InlineData("void A() { }", "Task F() => null!;", "")]
    [InlineData("Outcome<int> A() => 1;", "Outcome<int> F() => 1;", "global::Sluice.Outcome<int>")]
    [InlineData("Task<int?> A() => null!;", "int? F() => 1;", "int?")]
    [InlineData("string? A() => null!;", "string F() => \"\";", "string")]
    [InlineData("(int X, int Y) A() => (1, 2);", "(int, int) F() => (1, 2);", "(int, int)")]
    [InlineData("int A([Each] int a) => 1;", "int F(int a) => 1;", "int")]
    [InlineData(
        "async IAsyncEnumerable<int> A() { yield return 1; }",
        "IAsyncEnumerable<int> F() => null!;",
        "global::System.Collections.Generic.IAsyncEnumerable<int>"
    )]
    public void A_fallback_gives_what_the_stage_gives(string stage, string method, string type) =>
        Assert.Equal(
            type,
            PolicySource
                .Stage($"[Stage, Fallback(\"F\")] {stage} {method}")
                .Policy<FallbackPolicy>()
                .Method.ReturnTypeName
        );

    [Theory]
    [InlineData("Exception e", "global::System.Exception")]
    [InlineData("IOException e", "global::System.IO.IOException")]
    public void An_exception_is_taken_as_what_all_that_count_are(string parameter, string type)
    {
        var fallback = PolicySource
            .Stage(
                $$"""
                [Stage, Fallback(nameof(F), On = [typeof(FileNotFoundException), typeof(EndOfStreamException)])] int A() => 1;
                int F({{parameter}}) => 1;
                """
            )
            .Policy<FallbackPolicy>();
        Assert.Equal(
            ["global::System.IO.FileNotFoundException", "global::System.IO.EndOfStreamException"],
            fallback.On
        );
        Assert.Equal(type, Assert.Single(fallback.Method.Arguments).TypeName);
    }

    [Theory]
    [InlineData("string A() => \"\";", "void F() { }", "")]
    [InlineData("string A() => \"\";", "void F(string undone) { }", "o")]
    [InlineData("string A() => \"\";", "Task F(object undone, CancellationToken t) => null!;", "o t")]
    [InlineData(
        "Task<Outcome<string>> A(int a) => null!;",
        "ValueTask F(string x, int a, Exception e) => default;",
        "o 0 e"
    )]
    [InlineData("string A(string a) => a;", "void F(string a, string b) { }", "0 o")]
    [InlineData("void A(int a) { }", "void F(int a, StageContext c) { }", "0 c")]
    public void A_compensation_may_take_what_it_undoes(string stage, string method, string arguments) =>
        Assert.Equal(arguments, Text(PolicySource.Stage($"[Stage, Compensate(\"F\")] {stage} {method}").Compensation!));

    [Fact]
    public void A_predicate_may_take_what_the_stage_takes() =>
        Assert.Equal(
            "e 0",
            Text(
                PolicySource
                    .Stage("[Stage, Retry(3, When = nameof(F))] int A(int a) => 1; bool F(Exception e, int a) => true;")
                    .Policy<RetryPolicy>()
                    .When!
            )
        );

    [Theory]
    [InlineData("[Stages] Other other = new();", "class Other", "global::Other")]
    [InlineData("[Stages] Derived other = new();", "class Derived : Other { } class Other", "global::Other")]
    public void A_method_is_looked_for_where_the_stage_is_declared(string member, string type, string declaring)
    {
        var model = PolicySource.Parse(
            $"{member} int F() => 1;",
            further: $"{type} {{ [Stage, Fallback(nameof(F))] public int A() => 1; public static int F() => 2; }}"
        );
        Assert.Empty(model.Findings);
        Assert.Equal(declaring, model.Stages[0].Policy<FallbackPolicy>().Method.TypeName);
    }

    private static string Text(PolicyMethodModel method) =>
        string.Join(
            ' ',
            method.Arguments.Select(argument =>
                argument.Kind switch
                {
                    PolicyArgumentKind.StageParameter => $"{argument.Parameter}",
                    PolicyArgumentKind.Output => "o",
                    PolicyArgumentKind.Exception => "e",
                    PolicyArgumentKind.CancellationToken => "t",
                    PolicyArgumentKind.StageContext => "c",
                    _ => throw new InvalidOperationException(),
                }
            )
        );
}
