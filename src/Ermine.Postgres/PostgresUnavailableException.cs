using Ermine.Kernel;

namespace Ermine.Postgres;

/// <summary>There is no PostgreSQL to work with, and the developer can mend that: the message says what was tried and what to do.</summary>
/// <param name="message">What is wrong, and what to do about it.</param>
/// <param name="inner">The failure underneath, if there was one.</param>
public sealed class PostgresUnavailableException(string message, Exception? inner = null) : ErmineStartupException(message, inner);
