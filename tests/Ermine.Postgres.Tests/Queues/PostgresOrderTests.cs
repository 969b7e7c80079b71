using Ermine.Conformance;

namespace Ermine.Postgres.Tests.Queues;

public sealed class PostgresOrderTests(PostgresHarness harness) : OrderConformance(harness), IClassFixture<PostgresHarness>;
