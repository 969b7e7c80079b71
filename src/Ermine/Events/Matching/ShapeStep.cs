namespace Ermine.Events.Matching;

/// <summary>What a branch asks of one value, in events of one shape.</summary>
/// <param name="Member">The member whose value it is.</param>
/// <param name="Test">What is asked.</param>
/// <param name="Rule">The rule that matches if it passes; null where the branch asks for more, which the next step does.</param>
/// <param name="Else">The step to go on with if it does not pass: the first of the next branch.</param>
internal readonly record struct ShapeStep(int Member, FieldTest Test, RuleEntry? Rule, int Else);
