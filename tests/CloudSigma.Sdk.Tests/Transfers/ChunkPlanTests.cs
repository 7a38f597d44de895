using CloudSigma.Sdk.Core.Transfers;

namespace CloudSigma.Sdk.Tests.Transfers;

public class ChunkPlanTests
{
    private const long MiB = 1 << 20;
    private const long GiB = 1L << 30;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(9, 1)]
    [InlineData(10, 1)]
    [InlineData(19, 1)]
    [InlineData(20, 2)]
    [InlineData(29, 2)]
    public void The_last_chunk_takes_the_remainder(long length, long count)
    {
        var plan = new ChunkPlan(length, 10);

        Assert.Equal(count, plan.Count);
        var next = 0L;
        for (var i = 0L; i < count; i++)
        {
            Assert.Equal(next, plan[i].Offset);
            Assert.InRange(plan[i].Length, 1, 19);
            next += plan[i].Length;
        }

        Assert.Equal(length, next);
        var all = new IntervalSet();
        all.Add(0, count);
        Assert.Equal(length, plan.Bytes(all));
    }

    [Theory]
    [InlineData(1, false, MiB)]
    [InlineData(GiB, false, MiB)]
    [InlineData((3 * GiB) / 2, false, 2 * MiB)]
    [InlineData(5 * GiB, false, 5 * MiB)]
    [InlineData(10 * GiB, false, 10 * MiB)]
    [InlineData(100 * GiB, false, 10 * MiB)]
    [InlineData(100 * GiB, true, 4 * MiB)]
    public void Chunks_grow_with_the_image_up_to_a_size(long length, bool inMemory, long size) => Assert.Equal(size, ChunkPlan.Choose(length, inMemory).ChunkSize);
}
