using Microsoft.CodeAnalysis;
using Sluice.Generators.Emit;
using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

/// <summary>A name that is emitted for one stage never equals a name that is emitted for another stage or for the whole pipeline.</summary>
public sealed class EmittedMemberNameTests
{
    // The endings of members and types that are emitted for a stage.
    private static readonly string[] NameEndings =
    [
        "Element",
        "Call",
        "WithPolicies",
        "Circuit",
        "Retries",
        "Cache",
        "Limit",
        "TotalLimit",
        "Places",
        "Rate",
    ];

    // The members that emitted types always have, which no name of a stage may collide with.
    private static readonly string[] OwnNames =
    [
        "Ready",
        "ReadyElsewhere",
        "Pipeline",
        "Scope",
        "Events",
        "At",
        "Step",
        "Segment",
        "Undo",
        "Thrown",
        "Cause",
        "Report",
        "Result",
        "Stages",
        "Create",
        "Compensation",
    ];

    public static TheoryData<string> Shapes => [.. NamedPipelines.Shapes];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Stages_may_have_the_names_of_what_is_emitted_for_others(string shape) =>
        GeneratorHarness.Run(new GeneratorInput(NamedPipelines.Of(shape, [.. Forms("Pay"), .. OwnNames], most: 60)));

    [Theory]
    [InlineData("straight")]
    [InlineData("one by one")]
    [InlineData("at once")]
    [InlineData("observed")]
    public void Stages_of_long_pipelines_may_have_such_names_too(string shape) =>
        GeneratorHarness.Run(
            new GeneratorInput(NamedPipelines.Of(shape, [.. Forms("Pay"), .. Forms("Start")], most: int.MaxValue))
        );

    [Fact]
    public void What_the_policies_of_two_stages_keep_stays_apart_where_their_names_run_together()
    {
        var run = GeneratorHarness.Run(
            new GeneratorInput(
                """
                [Pipeline]
                public sealed partial class Payments
                {
                    public partial ValueTask<(int, long)> RunAsync(string order, CancellationToken cancellation);

                    [Stage, Retry(2), Timeout("00:00:01", Total = "00:00:02")]
                    private static ValueTask<int> PayAsync(string order, CancellationToken token) => new(1);

                    [Stage, Timeout("00:00:03")]
                    private static ValueTask<long> PayTotalAsync(string order, CancellationToken token) => new(1);
                }
                """
            )
        );

        Assert.Equal(3, Count(run.Text, "readonly global::System.TimeSpan "));
    }

    [Fact]
    public void What_the_policies_of_two_stages_keep_stays_apart_where_their_methods_have_one_name()
    {
        var run = GeneratorHarness.Run(
            new GeneratorInput(
                """
                public sealed class First
                {
                    [Stage(Name = "Near"), Timeout("00:00:01")]
                    public ValueTask<int> LoadAsync(string order, CancellationToken token) => new(1);
                }

                public sealed class Second
                {
                    [Stage(Name = "Far"), Timeout("00:00:09")]
                    public ValueTask<long> LoadAsync(string order, CancellationToken token) => new(1);
                }

                [Pipeline]
                public sealed partial class Loading([Stages] First first, [Stages] Second second)
                {
                    public partial ValueTask<(int, long)> RunAsync(string order, CancellationToken cancellation);
                }
                """
            )
        );

        Assert.Equal(2, Count(run.Text, "readonly global::System.TimeSpan "));
    }

    [Fact]
    public void Sources_whose_names_differ_in_case_only_are_reached_by_members_of_their_own() =>
        GeneratorHarness.Run(
            new GeneratorInput(
                """
                public sealed class First
                {
                    [Stage] public int Count(string text) => text.Length;
                }

                public sealed class Second
                {
                    [Stage] public long Double(int count) => 2 * count;
                }

                [Pipeline]
                public sealed partial class Both([Stages] First steps, [Stages] Second Steps)
                {
                    public partial long Run(string text);
                }
                """
            )
        );

    [Fact]
    public void An_input_may_have_the_name_of_an_emitted_type() =>
        GeneratorHarness.Run(
            new GeneratorInput(
                """
                [Pipeline]
                public sealed partial class Counting
                {
                    public partial ValueTask<int> RunAsync(string RunAsyncReports, string RunAsyncRun, CancellationToken GraphData);

                    [Stage] private static ValueTask<int> CountAsync(string RunAsyncReports, string RunAsyncRun) => new(1);
                }
                """
            )
        );

    [Fact]
    public void A_type_parameter_may_have_the_name_of_one_of_an_emitted_method() =>
        GeneratorHarness.Run(
            new GeneratorInput(
                """
                public sealed class Log : IStageInterceptor, ISynchronousStageInterceptor
                {
                    public ValueTask<T> InvokeAsync<T, TInner>(TInner inner, StageContext context)
                        where TInner : struct, IStageCall<T> => inner.InvokeAsync();

                    public T Invoke<T, TInner>(TInner inner, StageContext context)
                        where TInner : struct, ISynchronousStageCall<T> => inner.Invoke();
                }

                [Pipeline]
                public sealed partial class Wrapped<T, TInner, TOutput, TObserver>
                {
                    public partial TInner Run(T value);
                    public partial ValueTask<TObserver> RunAsync(TOutput value);

                    [Stage, Intercept<Log>] private static TInner Convert(T value) => default!;
                    [Stage, Intercept<Log>] private static ValueTask<TObserver> TurnAsync(TOutput value) => default!;
                }
                """
            )
        );

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_members_that_no_name_of_a_stage_may_lead_to_are_listed(string shape)
    {
        string[] names = ["First", "Second", "AddUp", "IsOn", "Left", "Right"];
        var run = GeneratorHarness.Run(new GeneratorInput(NamedPipelines.Of(shape, ["First", "Second"])));

        var members = run
            .Output.GetTypeByMetadataName("Names.Pipeline0")!
            .GetTypeMembers()
            .Where(type => type.Name.StartsWith("Run", StringComparison.Ordinal))
            .SelectMany(WithBaseTypes)
            .SelectMany(type => type.GetMembers())
            .Where(member => member.CanBeReferencedByName)
            .Where(member =>
                SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, run.Output.Assembly)
                || member.DeclaredAccessibility
                    is Accessibility.Public
                        or Accessibility.Protected
                        or Accessibility.ProtectedOrInternal
            )
            .Select(member => member.Name.TrimEnd("0123456789".ToCharArray()))
            .Where(name => !names.Any(stage => name.Contains(stage, StringComparison.OrdinalIgnoreCase)))
            .ToHashSet();

        Assert.NotEmpty(members);
        Assert.Empty(
            members.Except([
                .. RunMembers.Names,
                .. RunMembers.Fields.Select(field => "_" + field),
                "_seed",
                "_cancellation",
                "RunAsync",
            ])
        );
    }

    private static IEnumerable<INamedTypeSymbol> WithBaseTypes(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    // The name itself, and the names that emitted code derives from it in each form, each as the name of another stage.
    private static IEnumerable<string> Forms(string name) =>
        NameForm
            .All.SelectMany(form => form.NamesOf(name, merges: 1))
            .Select(form => Identifiers.Pascal(form.TrimStart('_')))
            .Concat(NameEndings.Select(ending => name + ending))
            .Distinct();

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
