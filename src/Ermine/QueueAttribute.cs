namespace Ermine;

/// <summary>Names the queue that messages of this type travel on: lower-case letters, digits and hyphens, a letter first, at most 40.</summary>
public sealed class QueueAttribute(string name) : ContractAttribute(name);
