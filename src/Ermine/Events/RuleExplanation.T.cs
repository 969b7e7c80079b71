namespace Ermine.Events;

/// <summary>Why a rule matches an event, or what is missing.</summary>
/// <typeparam name="TRule">What stands for a rule.</typeparam>
/// <param name="Rule">The rule.</param>
/// <param name="Matches">Whether it matches.</param>
/// <param name="Branches">Each way in which it could match; one, unless its pattern has "$or".</param>
/// <param name="NearestMiss">Of the branch that misses least, what misses; null where the rule matches.</param>
public sealed record RuleExplanation<TRule>(TRule Rule, bool Matches, IReadOnlyList<BranchExplanation> Branches, string? NearestMiss);
