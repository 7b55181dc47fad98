using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.FuzzTests.Corpus;

/// <summary>Adds policies, guards and compensations to the stages of pipelines, and observers to their runs.</summary>
internal static class PolicyDecoration
{
    private static readonly string[] PolicyAttributes =
    [
        "Retry(2)",
        "Retry(3, Delay = \"00:00:01\", Backoff = Backoff.Exponential, Jitter = Jitter.Full)",
        "Retry(4, Delay = \"00:00:00.1\", MaxDelay = \"00:00:01\", Backoff = Backoff.Exponential, On = [typeof(System.IO.IOException)])",
        "Timeout(\"00:00:05\")",
        "Timeout(\"00:00:05\", Total = \"00:01:00\")",
        "Timeout(Total = \"00:00:10\")",
        "CircuitBreaker(5, \"00:00:30\")",
        "CircuitBreaker(0.5, \"00:00:30\", Window = \"00:00:10\", MinimumCalls = 4)",
        "Concurrency(4)",
        "Concurrency(1, QueueLimit = 2)",
        "Cached(\"00:01:00\")",
        "Fallback",
        "Compensate",
        "Guard",
    ];

    /// <summary>Decorates all pipelines of a file except for some.</summary>
    /// <param name="unit">The file.</param>
    /// <param name="dice">The source of random choices.</param>
    /// <param name="plain">The names of the pipelines to leave unchanged.</param>
    public static CompilationUnitSyntax Apply(CompilationUnitSyntax unit, Dice dice, HashSet<string> plain)
    {
        // The choices are drawn for every pipeline, even if it stays unchanged, so that no pipeline's choices depend on another
        // pipeline.
        var decorated = unit.DescendantNodes()
            .OfType<ClassDeclarationSyntax>()
            .Where(type => type.AttributeLists.Count > 0)
            .ToDictionary(type => type, type => Decorate(type, dice));
        return unit.ReplaceNodes(
            decorated.Keys.Where(type => !plain.Contains(type.Identifier.Text)),
            (type, _) => decorated[type]
        );
    }

    private static ClassDeclarationSyntax Decorate(ClassDeclarationSyntax type, Dice dice)
    {
        var percent = dice.Pick([5, 15, 40]);
        var members = new List<MemberDeclarationSyntax>();
        foreach (var member in type.Members)
        {
            if (
                member is MethodDeclarationSyntax { AttributeLists: [{ } list] } stage
                && list.ToString().StartsWith("[Stage", StringComparison.Ordinal)
            )
            {
                members.AddRange(dice.Chance(percent) ? Decorate(stage, dice) : [stage]);
            }
            else
            {
                members.Add(member);
            }
        }

        if (dice.Chance(30))
        {
            var entryPoint = members.OfType<MethodDeclarationSyntax>().First();
            members.Insert(0, Observed(entryPoint));
        }

        if (dice.Chance(20))
        {
            type = type.AddAttributeLists(Attribute("Telemetry"));
        }

        return type.WithMembers([.. members]);
    }

    private static IEnumerable<MemberDeclarationSyntax> Decorate(MethodDeclarationSyntax stage, Dice dice)
    {
        var name = stage.Identifier.Text;
        var modifier = stage.Modifiers.Any(SyntaxKind.StaticKeyword) ? "private static" : "private";
        var value = Value(stage.ReturnType);
        var attributes = new HashSet<string>();
        var added = new List<string>();
        for (var count = 1 + dice.Below(2); count > 0; count--)
        {
            switch (dice.Pick(PolicyAttributes))
            {
                case "Fallback" when attributes.Add($"Fallback(nameof({name}Fallback))"):
                    added.Add($"{modifier} {value} {name}Fallback(Exception exception) => throw exception;");
                    break;
                case "Compensate" when value != "void" && attributes.Add($"Compensate(nameof(Undo{name}))"):
                    added.Add($"{modifier} void Undo{name}({value} value) {{ }}");
                    break;
                case "Guard" when value != "void":
                    added.Add(
                        $"[Stage, Guard(Retry = nameof({name}))] {modifier} bool Check{name}([From(nameof({name}))] {value} value) => true;"
                    );
                    break;
                case "Fallback" or "Compensate" or "Guard":
                    break;
                case var policy:
                    // Each policy occurs at most once.
                    if (!attributes.Any(other => other.Split('(')[0] == policy.Split('(')[0]))
                    {
                        attributes.Add(policy);
                    }

                    break;
            }
        }

        var decorated =
            attributes.Count == 0 ? stage : stage.AddAttributeLists(Attribute(string.Join(", ", attributes)));
        return added.Select(text => SyntaxFactory.ParseMemberDeclaration(text + "\n")!).Prepend(decorated);
    }

    private static MethodDeclarationSyntax Observed(MethodDeclarationSyntax entryPoint)
    {
        var observer = SyntaxFactory
            .Parameter(SyntaxFactory.Identifier("watcher"))
            .WithType(SyntaxFactory.ParseTypeName("TObserver "));
        var parameters = entryPoint.ParameterList.Parameters;
        var isOptional = parameters[^1].Default is not null;
        return entryPoint
            .WithIdentifier(SyntaxFactory.Identifier("Observed" + entryPoint.Identifier.Text))
            .WithTypeParameterList(SyntaxFactory.TypeParameterList([SyntaxFactory.TypeParameter("TObserver")]))
            .WithParameterList(
                entryPoint.ParameterList.WithParameters(
                    parameters.Insert(isOptional ? parameters.Count - 1 : parameters.Count, observer)
                )
            )
            .WithConstraintClauses([
                (TypeParameterConstraintClauseSyntax)
                    SyntaxFactory
                        .ParseMemberDeclaration("void M<TObserver>() where TObserver : struct, IRunObserver;\n")!
                        .ChildNodes()
                        .Last(),
            ]);
    }

    private static AttributeListSyntax Attribute(string text) =>
        ((ClassDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"[{text}] class C;")!)
            .AttributeLists[0]
            .WithTrailingTrivia(SyntaxFactory.Space);

    private static string Value(TypeSyntax returned) =>
        returned switch
        {
            GenericNameSyntax { Identifier.Text: "Task" or "ValueTask" } task => task
                .TypeArgumentList.Arguments[0]
                .ToString(),
            IdentifierNameSyntax { Identifier.Text: "Task" or "ValueTask" } => "void",
            _ => returned.ToString(),
        };
}
