using Microsoft.CodeAnalysis;
using Sluice.Compiler.Rules;

namespace Sluice.Analyzers;

/// <summary>The descriptors of the rules on what is compiled around the calls of stages, and on pipelines in pipelines.</summary>
internal static class PolicyDescriptors
{
    public static readonly DiagnosticDescriptor RecursivePipeline = new(
        "SLU0037",
        "Pipeline is nested in itself",
        PolicyMessages.RecursivePipeline,
        Descriptors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A pipeline whose [Stages] members lead back to it could start its own runs without end.",
        helpLinkUri: Descriptors.HelpLink + "SLU0037.md",
        customTags: ErrorTags.All
    );

    public static readonly DiagnosticDescriptor InvalidPolicyValue = new(
        "SLU0038",
        "A policy has a value that it cannot work with",
        PolicyMessages.InvalidPolicyValue,
        Descriptors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Attempts, times, ratios and limits of policies are checked where they are written.",
        helpLinkUri: Descriptors.HelpLink + "SLU0038.md",
        customTags: ErrorTags.All
    );

    public static readonly DiagnosticDescriptor InvalidPolicyMember = new(
        "SLU0039",
        "A policy names what does not exist or does not fit",
        PolicyMessages.InvalidPolicyMember,
        Descriptors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "What a policy names is a method, a field or a property of the type that declares the stage, and fits what the policy does with it.",
        helpLinkUri: Descriptors.HelpLink + "SLU0039.md",
        customTags: ErrorTags.All
    );

    public static readonly DiagnosticDescriptor TimeoutWithoutToken = new(
        "SLU0040",
        "[Timeout] on a stage that takes no token",
        PolicyMessages.TimeoutWithoutToken,
        Descriptors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A timeout is cooperative: the stage learns of it by its token.",
        helpLinkUri: Descriptors.HelpLink + "SLU0040.md",
        customTags: ErrorTags.All
    );

    public static readonly DiagnosticDescriptor PolicyWithoutMeaning = new(
        "SLU0041",
        "A policy has no meaning here",
        PolicyMessages.PolicyWithoutMeaning,
        Descriptors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A policy, or a part of it, that would do nothing or contradicts another is a mistake.",
        helpLinkUri: Descriptors.HelpLink + "SLU0041.md",
        customTags: ErrorTags.All
    );

    public static readonly DiagnosticDescriptor GuardCannotRetry = new(
        "SLU0042",
        "A guard cannot run others again",
        PolicyMessages.GuardCannotRetry,
        Descriptors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The stage that a guard names comes before it, and all on the way from there to the guard can run again.",
        helpLinkUri: Descriptors.HelpLink + "SLU0042.md",
        customTags: ErrorTags.All
    );

    public static readonly DiagnosticDescriptor UnsupportedInterceptor = new(
        "SLU0043",
        "Type cannot wrap the calls of stages",
        PolicyMessages.UnsupportedInterceptor,
        Descriptors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An interceptor is a struct or sealed class that implements one of the two interfaces and that the pipeline can make or read.",
        helpLinkUri: Descriptors.HelpLink + "SLU0043.md",
        customTags: ErrorTags.All
    );

    public static readonly DiagnosticDescriptor StrayAttribute = new(
        "SLU0044",
        "An attribute does nothing here",
        PolicyMessages.StrayAttribute,
        Descriptors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Each attribute means something on stages, on entry points or on what brings stages in, and on their parameters. Elsewhere it does nothing.",
        helpLinkUri: Descriptors.HelpLink + "SLU0044.md",
        customTags: ErrorTags.All
    );

    public static readonly DiagnosticDescriptor CachedByReference = new(
        "SLU0046",
        "What a stage is cached by is compared by reference",
        PolicyMessages.CachedByReference,
        Descriptors.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A value is found in the cache by what the stage takes. What is compared by reference is another with each run, however equal it looks.",
        helpLinkUri: Descriptors.HelpLink + "SLU0046.md"
    );
}
