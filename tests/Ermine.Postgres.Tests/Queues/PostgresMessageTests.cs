using Ermine.Conformance;

namespace Ermine.Postgres.Tests.Queues;

public sealed class PostgresMessageTests(PostgresHarness harness) : MessageConformance(harness), IClassFixture<PostgresHarness>;
