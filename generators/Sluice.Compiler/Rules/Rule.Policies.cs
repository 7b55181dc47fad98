namespace Sluice.Compiler.Rules;

/// <content>Rules about policies and attributes.</content>
internal sealed partial class Rule
{
    /// <summary>A policy has an invalid value.</summary>
    public static readonly Rule InvalidPolicyValue = Error(
        38,
        title: "A policy has an invalid value",
        message: "[{1}] on stage '{0}' cannot be used: {2}",
        description: "Attempts, durations, ratios and limits of policies are constants, so the compiler checks them."
    );

    /// <summary>A policy names a method or member that does not exist or is not suitable.</summary>
    public static readonly Rule InvalidPolicyMember = Error(
        39,
        title: "A policy names a member that does not exist or is not suitable",
        message: "[{1}] on stage '{0}' names '{2}', {3}",
        description: "A policy must name a method, a field or a property of the type that declares the stage, and the policy must be able to use it."
    );

    /// <summary><c>[Timeout]</c> is on a stage that cannot observe its cancellation.</summary>
    public static readonly Rule TimeoutWithoutToken = Error(
        40,
        title: "[Timeout] on a stage that cannot observe cancellation",
        message: "Stage '{0}' cannot observe that its [Timeout] has expired because it takes no cancellation token. Let it take a CancellationToken or a StageContext, or remove [Timeout].",
        description: "A timeout is cooperative: the stage observes it through its cancellation token."
    );

    /// <summary>A policy, or a part of it, has no effect on its stage or contradicts another.</summary>
    public static readonly Rule PolicyWithoutMeaning = Error(
        41,
        title: "A policy has no effect or contradicts another",
        message: "[{1}] on stage '{0}' is not valid: {2}",
        description: "A policy or a setting that would have no effect, or that contradicts another, is a mistake."
    );

    /// <summary>A guard names a stage that it cannot retry.</summary>
    public static readonly Rule GuardCannotRetry = Error(
        42,
        title: "A guard cannot retry a stage",
        message: "[Guard] on stage '{0}' cannot retry '{1}': {2}",
        description: "The stage that a guard names must come before the guard, and all stages between them must be able to run again."
    );

    /// <summary>A type cannot be an interceptor.</summary>
    public static readonly Rule UnsupportedInterceptor = Error(
        43,
        title: "Type cannot be an interceptor",
        message: "[Intercept<{0}>] on {1} cannot be used: {2}",
        description: "An interceptor must be a struct or a sealed class that implements one of the two interceptor interfaces. The pipeline must be able to create it, or to read it from a member."
    );

    /// <summary>An attribute has no effect where it stands.</summary>
    public static readonly Rule StrayAttribute = Error(
        44,
        title: "An attribute has no effect here",
        message: "[{1}] on {0} has no effect because {2}",
        description: "The attributes apply to stages, entry points and sources of stages, and to their parameters. Elsewhere they have no effect."
    );

    /// <summary>The cache key of a stage is compared by reference.</summary>
    public static readonly Rule CachedByReference = Warning(
        46,
        title: "The cache key of a stage is compared by reference",
        message: "[Cached] on stage '{0}' finds a value again only for the same object because {1}. Make the type a record, or name a method that creates the key with 'Key'.",
        description: "The inputs of the stage are the key of a cached value. An input that is compared by reference differs in each run, even if its content is equal."
    );
}
