using CloudSigma.Sdk.Core.Transfers;

namespace CloudSigma.Sdk.Core.Tests.Transfers;

public class IntervalSetTests
{
    [Fact]
    public void Ranges_that_touch_or_overlap_become_one()
    {
        var set = new IntervalSet();
        set.Add(10, 20);
        set.Add(30, 40);
        set.Add(50, 60);
        set.Add(20, 30);

        Assert.Equal([(10L, 40L), (50L, 60L)], set.Ranges);
        set.Add(35, 55);
        Assert.Equal([(10L, 60L)], set.Ranges);
        set.Add(7, 7);
        Assert.Equal((50L, 0L), (set.Count, set.Frontier));
        set.Add(0, 10);
        Assert.Equal((60L, 60L), (set.Count, set.Frontier));
    }

    [Fact]
    public void What_is_missing_comes_in_pieces()
    {
        var set = new IntervalSet();
        Assert.Equal([(0L, 10L), (10L, 20L), (20L, 25L)], set.Missing(25, 10));
        set.Add(5, 12);
        set.Add(20, 30);
        Assert.Equal([(0L, 5L), (12L, 20L)], set.Missing(25, 10));
        set.Add(0, 25);
        Assert.Empty(set.Missing(25, 10));
    }

    [Fact]
    public void Any_order_gives_the_same_set()
    {
        var random = new Random(3);
        for (var run = 0; run < 200; run++)
        {
            var set = new IntervalSet();
            var bytes = new bool[100];
            for (var i = 0; i < 30; i++)
            {
                var start = random.Next(100);
                var end = Math.Min(100, start + random.Next(15));
                set.Add(start, end);
                bytes.AsSpan(start, end - start).Fill(true);
                Assert.Equal(bytes.Count(static b => b), set.Count);
                Assert.Equal(bytes.AsSpan().IndexOf(false) is var frontier and >= 0 ? frontier : 100, set.Frontier);
            }

            foreach (var (start, end) in set.Missing(100, 7).ToList())
            {
                Assert.InRange(end - start, 1, 7);
                Assert.True(bytes.AsSpan((int)start, (int)(end - start)).IndexOf(true) < 0);
                set.Add(start, end);
            }

            Assert.Equal([(0L, 100L)], set.Ranges);
        }
    }
}
